/** Stands for what the rules do not look into: code, addresses, file names, pictures, HTML. */
export const OBJECT = '\ufffc'

/** Endings of file names that articles speak of. */
const endings =
  'docx?|dotx?|xlsx?|xlsm|pptx?|ppsx?|pdf|wps|et|dps|ofd|ceb|caj|rtf|odt|ods|odp|epub|mobi|azw3|pages|numbers|key|' +
  'jpe?g|png|gif|tiff?|bmp|webp|heic|svg|psd|ai|cdr|dwg|dxf|vsdx?|raw|' +
  'mp[34]|m4a|wav|flac|avi|mov|mkv|wmv|zip|rar|7z|tar|gz|tgz|iso|dmg|exe|msi|apk|bat|' +
  'txt|csv|tsv|md|markdown|html?|css|xml|ya?ml|json|toml|ini|conf|log|sql|db|' +
  'jsx?|mjs|cjs|tsx?|vue|py|ipynb|sh|ps1|java|kt|go|rs|rb|php|cpp|hpp|cs|swift|ttf|otf|woff2?'

/** The ending of a file's name, and nothing that could go on as a longer word. */
const fileEnding = new RegExp(`\\.(?:${endings})(?![A-Za-z\\d_])`, 'gi')
/** What a file's name ends before; brackets may be part of it and are looked at by themselves. */
const endsName = /[\s，。；：、！？“”‘’《》〈〉【】"'<>|*\ufffc]/
/** The longest file name that is looked for, in UTF-16 units. */
const longestName = 120

/** Constructs that read as typed, wherever they stand. Each is bounded, so that no text takes long. */
const constructs: readonly RegExp[] = [
  // A picture, or a wiki link, that the parser leaves as text.
  /[!！]\[[^[\]\n]{0,200}\] ?[(（](?:[^()（）\n]|[(（][^()（）\n]{0,100}[)）]){0,300}[)）]?/g,
  /!?\[\[[^[\]\n]{1,200}\]\]/g,
  // The mark of an alert.
  /\[![A-Za-z]{1,20}\]/g,
  // Mark and name of a note; the name of a reference.
  /\[\^[^\]\n]{1,80}\]/g,
  /(?<=\])\[[^[\]\n]{1,80}\]/g,
  // A tag, a placeholder of a template, attributes behind a picture or a link.
  /<[/!]?[A-Za-z][^<>\n]{0,300}>/g,
  /\{\{[^{}\n]{0,200}\}\}/g,
  /(?<=[)\]）\ufffc])\{[^{}\n]{1,200}\}/g,
  // TeX: the money of `$5 和 $6` is none.
  /\$\$[^$\n]{1,300}\$\$/g,
  /(?<![\\$\w])\$(?=[^\s$])[^$\n]{0,200}?(?<=[^\s$\\])\$(?![\d$])/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?<![\w.])[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|cn|gov|edu|io|dev|app|example)(?:\/[\w./?=&%#-]*)?(?![\w])/gi,
  // The query of an address, and a path of Windows.
  /\?[\p{sc=Han}\w]{1,40}=[^\s，。；：、！？“”）》]{0,200}/gu,
  /(?<![A-Za-z])[A-Za-z]:[\\/](?:[^\s，。；：、！？“”《》\\/]{1,60}[\\/])*[^\s，。；：、！？“”《》\\/]{0,60}/g,
  // The name of an emoji.
  /:[a-z][a-z\d_+-]{1,40}:/g,
]

/** A web address and what goes on from it without a blank or a Chinese mark. */
const webAddress =
  /(?:(?:https?|ftp|file):\/\/|(?<![\w.])www\.)[!#-;=?-Z\\^-z|~０-９Ａ-Ｚａ-ｚ\p{sc=Han}]+/giu
/** Han that follows a letter or a mark of the sentence goes on with the sentence; after a slash or `=` it is of the address. */
const afterAddress = /(?<=[^/=&#_\p{sc=Han}-])\p{sc=Han}+$|[.,;:!?*~]+$/u

/** The target of a link that the parser leaves as text, when it looks like an address. */
const linkTarget =
  /(?<=\[[^[\]\n]{0,200}\]) ?[(（]((?:[^()（）\n]|[(（][^()（）\n]{0,100}[)）]){1,300})[)）]/g
/** The target of a link whose brackets are of two kinds: the parser tells of it. */
const mixedTarget = /(?<=\[(?!\d*\])[^[\]\n]{1,200}\])\([^()（）\n]{1,300}）/g
const looksLikeAddress = new RegExp(
  `^\\s*(?:(?:https?|ftp|mailto):|www\\.|#|\\.{0,2}/|[^\\s]*\\ufffc)|\\.(?:${endings})\\s*(?:["'“].*)?$`,
  'i',
)

/** A text whose addresses, file names and other constructs are hidden from the rules; offsets stay as they are. */
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

/** Where the file's name, or its path, begins that goes on to the dot of its ending. */
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

/** Whether a text ends in a path, in which a blank is part of a name. */
function isPath(before: string): boolean {
  const word = /[^，。；：、！？“”‘’《》【】"'<>|*\n\ufffc]*$/.exec(before)?.[0] ?? ''
  return /[^\s/\\][/\\][^\s/\\]/.test(word)
}
