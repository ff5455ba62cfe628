/** Placeholder for content that the rules do not check: code, URLs, file names, pictures, HTML. */
export const OBJECT = '\ufffc'

/** Extensions of file names that occur in articles. */
const endings =
  'docx?|dotx?|xlsx?|xlsm|pptx?|ppsx?|pdf|wps|et|dps|ofd|ceb|caj|rtf|odt|ods|odp|epub|mobi|azw3|pages|numbers|key|' +
  'jpe?g|png|gif|tiff?|bmp|webp|heic|svg|psd|ai|cdr|dwg|dxf|vsdx?|raw|' +
  'mp[34]|m4a|wav|flac|avi|mov|mkv|wmv|zip|rar|7z|tar|gz|tgz|iso|dmg|exe|msi|apk|bat|' +
  'txt|csv|tsv|md|markdown|html?|css|xml|ya?ml|json|toml|ini|conf|log|sql|db|' +
  'jsx?|mjs|cjs|tsx?|vue|py|ipynb|sh|ps1|java|kt|go|rs|rb|php|cpp|hpp|cs|swift|ttf|otf|woff2?'

/** The extension of a file name, not followed by anything that would make it a longer word. */
const fileEnding = new RegExp(`\\.(?:${endings})(?![A-Za-z\\d_])`, 'gi')
/**
 * Characters that cannot be part of a file name. Brackets may be part of it and are handled
 * separately.
 */
const endsName = /[\s，。；：、！？“”‘’《》〈〉【】"'<>|*\ufffc]/
/** Maximum length of a file name, in UTF-16 units. Bounds the backward search. */
const longestName = 120

/**
 * Literal constructs that are masked anywhere in a text. All quantifiers are bounded, so that
 * matching time stays linear.
 */
const constructs: readonly RegExp[] = [
  // A picture, or a wiki link, that the parser leaves as text.
  /[!！]\[[^[\]\n]{0,200}\] ?[(（](?:[^()（）\n]|[(（][^()（）\n]{0,100}[)）]){0,300}[)）]?/g,
  /!?\[\[[^[\]\n]{1,200}\]\]/g,
  // The marker of an alert.
  /\[![A-Za-z]{1,20}\]/g,
  // A footnote reference; the label of a reference link.
  /\[\^[^\]\n]{1,80}\]/g,
  /(?<=\])\[[^[\]\n]{1,80}\]/g,
  // A tag, a template placeholder, attributes after a picture or a link.
  /<[/!]?[A-Za-z][^<>\n]{0,300}>/g,
  /\{\{[^{}\n]{0,200}\}\}/g,
  /(?<=[)\]）\ufffc])\{[^{}\n]{1,200}\}/g,
  // TeX formulas. Amounts of money such as `$5 和 $6` do not match.
  /\$\$[^$\n]{1,300}\$\$/g,
  /(?<![\\$\w])\$(?=[^\s$])[^$\n]{0,200}?(?<=[^\s$\\])\$(?![\d$])/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?<![\w.])[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|cn|gov|edu|io|dev|app|example)(?:\/[\w./?=&%#-]*)?(?![\w])/gi,
  // The query of a URL, and a Windows path.
  /\?[\p{sc=Han}\w]{1,40}=[^\s，。；：、！？“”）》]{0,200}/gu,
  /(?<![A-Za-z])[A-Za-z]:[\\/](?:[^\s，。；：、！？“”《》\\/]{1,60}[\\/])*[^\s，。；：、！？“”《》\\/]{0,60}/g,
  // An emoji shortcode.
  /:[a-z][a-z\d_+-]{1,40}:/g,
]

/** A URL, up to the next space or Chinese punctuation mark. */
const webAddress =
  /(?:(?:https?|ftp|file):\/\/|(?<![\w.])www\.)[!#-;=?-Z\\^-z|~０-９Ａ-Ｚａ-ｚ\p{sc=Han}]+/giu
/**
 * The end of a match that is not part of the URL. Han characters after a letter or a punctuation
 * mark belong to the sentence; after a slash or `=` they belong to the URL.
 */
const afterAddress = /(?<=[^/=&#_\p{sc=Han}-])\p{sc=Han}+$|[.,;:!?*~]+$/u

/**
 * The target of a link that the parser leaves as text. It is masked if it looks like a URL or a
 * path.
 */
const linkTarget =
  /(?<=\[[^[\]\n]{0,200}\]) ?[(（]((?:[^()（）\n]|[(（][^()（）\n]{0,100}[)）]){1,300})[)）]/g
/** The target of a link with one half-width and one full-width bracket. The parser reports it. */
const mixedTarget = /(?<=\[(?!\d*\])[^[\]\n]{1,200}\])\([^()（）\n]{1,300}）/g
const looksLikeAddress = new RegExp(
  `^\\s*(?:(?:https?|ftp|mailto):|www\\.|#|\\.{0,2}/|[^\\s]*\\ufffc)|\\.(?:${endings})\\s*(?:["'“].*)?$`,
  'i',
)

/**
 * Returns a block whose URLs, file names and other constructs are replaced by placeholders of the
 * same length, so that offsets stay valid.
 */
export function masked<T extends { text: string }>(block: T): T {
  const { text } = block
  if (!/[./@[<{$?:\\]/.test(text)) return block
  const hidden = constructs.reduce(
    (shown, construct) => shown.replace(construct, (found) => OBJECT.repeat(found.length)),
    text.replace(webAddress, hideAddress),
  )
  return { ...block, text: withoutTargets(withoutFiles(hidden)) }
}

function hideAddress(found: string): string {
  let address = found
  for (;;) {
    const isClosed = address.endsWith(')') && !address.includes('(')
    const shorter = isClosed ? address.slice(0, -1) : address.replace(afterAddress, '')
    if (shorter === address) break
    address = shorter
  }
  return OBJECT.repeat(address.length) + found.slice(address.length)
}

const withoutTargets = (text: string): string =>
  text
    .replace(linkTarget, (found, target: string) =>
      looksLikeAddress.test(target) ? OBJECT.repeat(found.length) : found,
    )
    .replace(mixedTarget, (found) => OBJECT.repeat(found.length))

function withoutFiles(text: string): string {
  let shown = text
  for (const { 0: ending, index } of text.matchAll(fileEnding)) {
    const [from, to] = [startOfName(text, index), index + ending.length]
    shown = shown.slice(0, from) + OBJECT.repeat(to - from) + shown.slice(to)
  }
  return shown
}

/** Returns the start of the file name or path whose extension begins at `dot`. */
function startOfName(text: string, dot: number): number {
  const first = Math.max(0, dot - longestName)
  let at = dot
  while (at > first) {
    const before = text.charAt(at - 1)
    if (before === ')' || before === '）') {
      const open = text.lastIndexOf(before === ')' ? '(' : '（', at - 1)
      if (open < first || /[\n\ufffc]/.test(text.slice(open, at))) break
      at = open
    } else if (before === ' ' && isPath(text.slice(first, at - 1))) at--
    else if (endsName.test(before) || before === '(' || before === '（') break
    else at--
  }
  return at
}

/** Whether a text ends in a path. In a path a space is part of a name. */
function isPath(before: string): boolean {
  const word = /[^，。；：、！？“”‘’《》【】"'<>|*\n\ufffc]*$/.exec(before)?.[0] ?? ''
  return /[^\s/\\][/\\][^\s/\\]/.test(word)
}
