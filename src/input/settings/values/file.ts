import { dirname, join } from 'node:path'
import type { FileReference } from '../../../model/settings.js'
import { excerpt } from '../../../text/excerpt.js'
import type { Decoder } from '../value.js'
import { accepting, invalid, ok, placeOf } from '../value.js'
import { text } from './text.js'

/**
 * A path relative to the file that contains it. Only its syntax is checked here. The code that
 * reads the file checks that it exists and is inside the permitted folders.
 */
export const file = (sample: string): Decoder<FileReference> =>
  accepting({ type: 'string', examples: [sample] }, (given) => {
    const { value: path, diagnostics } = text(sample)(given)
    if (path === undefined) return { diagnostics }
    const { label, key } = given
    const unusable = UNUSABLE.find(({ shape }) => shape.test(path))
    if (unusable !== undefined) {
      return invalid(
        given,
        `${label}“${excerpt(path, 60)}”${unusable.message}。`,
        unusable.hint(key, path, sample),
      )
    }
    const from = dirname(given.origin.absolute)
    return ok({
      path,
      absolute: join(from, path),
      from,
      place: placeOf(given),
    })
  })

/** Paths that lead out of the folder, or that work on one operating system only. */
const UNUSABLE = [
  {
    shape: /^(?:https?:|data:|\/\/)/i,
    message: '是网上的地址，排版时不上网',
    hint: (key: string, _: string, sample: string) =>
      `${sample.startsWith('images/') ? '运行 bulletin fetch 文件夹 下载它；或者' : ''}先把文件存到这期的文件夹里，再写成 ${key}: ${sample}。`,
  },
  {
    shape: /^(?:[a-z]:[\\/]|\/|~|file:)/i,
    message: '是这台电脑上的绝对路径，换一台电脑就找不到',
    hint: (key: string, _: string, sample: string) =>
      `把文件放进这期的文件夹，再写成 ${key}: ${sample}。`,
  },
  {
    shape: /\\/,
    message: '用了反斜杠“\\”',
    hint: (key: string, path: string) => `写成 ${key}: ${path.replaceAll('\\', '/')}。`,
  },
]
