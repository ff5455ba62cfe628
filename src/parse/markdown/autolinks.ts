import type { Data, Processor } from 'unified'
import { isChinese, isHangul, isSharedMark } from '../../text.js'

type Extension = NonNullable<Data['micromarkExtensions']>[number]
type Constructs = NonNullable<NonNullable<Extension['text']>[string]>
type Construct = Exclude<Constructs, readonly unknown[]>
type State = ReturnType<Construct['tokenize']>
type Code = Parameters<State>[0]

/**
 * Ends a bare web address at the first Chinese character or mark, which GFM takes into it:
 * `见https://example.com/a。请` links `https://example.com/a` alone. Goes after remark-gfm.
 */
export function autolinks(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(bounded)
  // GFM searches the finished text for addresses once more, and takes in the marks again.
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({ transforms: _, ...extension }) => extension)
}

function bounded(extension: Extension): Extension {
  if (!extension.text) return extension
  const text = Object.entries(extension.text).map(([code, constructs = []]) => [
    code,
    Array.isArray(constructs) ? constructs.map(boundedConstruct) : boundedConstruct(constructs),
  ])
  return { ...extension, text: Object.fromEntries(text) }
}

function boundedConstruct(construct: Construct): Construct {
  if (construct.name !== 'protocolAutolink' && construct.name !== 'wwwAutolink') return construct
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      let over = false
      const ending =
        (state: State): State =>
        (code) => {
          over = true
          return state(code)
        }
      // The construct is shown the end of the text where Chinese begins; what follows is not.
      const within =
        (state: State): State =>
        (code) => {
          const next = state(endsAddress(code) ? null : code)
          return next && !over ? within(next) : next
        }
      return within(construct.tokenize.call(this, effects, ending(ok), ending(nok)))
    },
  }
}

function endsAddress(code: Code): boolean {
  if (code === null || code < 0x80) return false
  const character = String.fromCodePoint(code)
  // A character outside the first plane comes in two halves; those are Han or emoji here.
  const half = code >= 0xd800 && code <= 0xdfff
  return half || isChinese(character) || isSharedMark(character) || isHangul(character)
}
