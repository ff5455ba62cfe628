import type { FileReference } from '../../../model/settings.js'
import { excerpt } from '../../../text/excerpt.js'
import type { Decoder } from '../value.js'
import { accepting, invalid, ok } from '../value.js'
import { chosen, likely, offered } from '../values/choice.js'
import { file } from '../values/file.js'
import { text } from '../values/text.js'

/** The built-in templates and their Chinese names. */
const BUILT_IN = {
  newsletter: ['工作通讯', '通讯'],
  briefing: ['简报'],
  document: ['公文', '红头文件'],
} as const

/** A built-in template by name, or a custom template folder, recognised by its `/`. */
export const template: Decoder<string | FileReference> = accepting<string | FileReference>(
  {
    type: 'string',
    anyOf: [
      { enum: Object.entries(BUILT_IN).flatMap(([name, words]) => [name, ...words]) },
      { pattern: '[/\\\\]' },
    ],
  },
  (given) => {
    const { value: written, diagnostics } = text('newsletter')(given)
    if (written === undefined) return { diagnostics }
    const name = chosen(BUILT_IN, written)
    if (name !== undefined) return ok(name)
    if (/[/\\]/.test(written)) return file('./my-template')(given)
    const suggestion = likely(written, BUILT_IN)
    const hint =
      suggestion === undefined
        ? `写成 ${offered(BUILT_IN)}；自己的模板写成文件夹的路径，如 ./${excerpt(written)}。`
        : `写成 ${given.key}: ${suggestion}。`
    return invalid(given, `没有叫“${excerpt(written)}”的模板。`, hint)
  },
)
