import type { Data, Processor } from 'unified'

type Extension = NonNullable<Data['micromarkExtensions']>[number]
type Constructs = NonNullable<NonNullable<Extension['text']>[string]>
type Construct = Exclude<Constructs, readonly unknown[]>
type State = ReturnType<Construct['tokenize']>
type TokenName = Parameters<Parameters<Construct['tokenize']>[0]['enter']>[0]
type Events = ThisParameterType<Construct['tokenize']>['events']
/** GFM's marker property is missing in the parser's types. */
type Walked = Events[number][1] & { _gfmAutolinkLiteralWalkedInto?: boolean }
type Code = Parameters<State>[0]

/**
 * Ends a bare web address at the first Chinese character, which GFM would include:
 * `见https://a.cn/b。请` links `https://a.cn/b` only. Must be used after remark-gfm.
 */
export function autolinks(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(withOurs)
  // GFM searches the finished text for addresses again, and would include the marks again.
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map(({ transforms: _, ...extension }) => extension)
}

function withOurs(extension: Extension): Extension {
  if (!extension.text) return extension
  const text = Object.entries(extension.text).map(([code, constructs = []]) => [
    code,
    Array.isArray(constructs) ? constructs.map(ours) : ours(constructs),
  ])
  return { ...extension, text: Object.fromEntries(text) }
}

const ours = (construct: Construct): Construct =>
  construct.name === 'protocolAutolink' || construct.name === 'wwwAutolink'
    ? { ...webAddress, name: construct.name }
    : construct

/** GFM's token names for the parts of such a link, which the parser's types do not include. */
const tokenNamed = (name: string) => name as TokenName
const token = {
  link: tokenNamed('literalAutolink'),
  http: tokenNamed('literalAutolinkHttp'),
  www: tokenNamed('literalAutolinkWww'),
}

const beginnings = ['http://', 'https://', 'www.']

/** `http://`, `https://` or `www.`, and the following ASCII characters without trailing marks. */
const webAddress: Construct = {
  tokenize(effects, ok, nok) {
    let beginning = ''
    let opened = 0
    const start: State = (code) => {
      if (isWordy(this.previous) || isInLabel(this.events)) return nok(code)
      effects.enter(token.link)
      effects.enter(isW(code) ? token.www : token.http)
      return begin(code)
    }
    const begin: State = (code) => {
      if (beginnings.includes(beginning)) return isWordy(code) ? path(code) : nok(code)
      beginning += characterOf(code).toLowerCase()
      const isBeginning = beginnings.some((known) => known.startsWith(beginning))
      if (characterOf(code) === '' || !isBeginning) return nok(code)
      effects.consume(code)
      return begin
    }
    const path: State = (code) => {
      if (endsAddress(code)) return end(code)
      if (isTrailing(code) && !(code === 41 && opened > 0)) {
        return effects.check(trail, end, marks)(code)
      }
      if (code === 40) opened += 1
      if (code === 41) opened -= 1
      effects.consume(code)
      return path
    }
    const marks: State = (code) => {
      if (!isTrailing(code)) return path(code)
      effects.consume(code)
      return marks
    }
    const end: State = (code) => {
      effects.exit(beginning === 'www.' ? token.www : token.http)
      effects.exit(token.link)
      return ok(code)
    }
    return start
  },
}

/** Marks that are not followed by more of the address; they belong to the sentence. */
const trail: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const mark: State = (code) => {
      if (!isTrailing(code)) return endsAddress(code) ? ok(code) : nok(code)
      effects.consume(code)
      return mark
    }
    return mark
  },
}

/**
 * Whether a `[` is open. Marks the searched events, as GFM does, so that a text with many addresses
 * is searched only once.
 */
function isInLabel(events: Events): boolean {
  for (let index = events.length - 1; index >= 0; index -= 1) {
    const part = events[index]?.[1] as Walked | undefined
    if (!part) break
    if ((part.type === 'labelLink' || part.type === 'labelImage') && !part._balanced) return true
    if (part._gfmAutolinkLiteralWalkedInto) break
  }
  const last = events.at(-1)?.[1] as Walked | undefined
  if (last) last._gfmAutolinkLiteralWalkedInto = true
  return false
}

/** The character of a code; empty for line ends, tabs and the end of the text. */
const characterOf = (code: Code) => (code === null || code < 0 ? '' : String.fromCodePoint(code))
const isW = (code: Code) => code === 87 || code === 119
const isWordy = (code: Code) => /^[a-z\d]/i.test(characterOf(code))
const isTrailing = (code: Code) => /^[?!.,:;*_~'"\])}&]/.test(characterOf(code))
const endsAddress = (code: Code) => !/^[!#-;=?-_a-z{-~]/i.test(characterOf(code))
