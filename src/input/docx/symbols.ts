/** What the signs of Word's symbol typefaces mean, by their code in the typeface. */
const wingdings: Readonly<Record<number, string>> = {
  33: '✏',
  34: '✂',
  40: '☎',
  42: '✉',
  70: '☞',
  74: '☺',
  76: '☹',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  112: '❐',
  113: '❑',
  114: '❒',
  115: '⬧',
  116: '⧫',
  117: '◆',
  118: '❖',
  119: '⬥',
  120: '⌧',
  158: '·',
  159: '•',
  160: '▪',
  161: '○',
  164: '◉',
  167: '▪',
  168: '◻',
  170: '✦',
  171: '★',
  172: '✶',
  216: '➢',
  220: '➲',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  239: '⇦',
  240: '⇨',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}
// ① … ⑩ and their dark likes.
const circled = Object.fromEntries(
  Array.from({ length: 10 }, (_, index) => [
    [129 + index, String.fromCodePoint(0x2460 + index)],
    [140 + index, String.fromCodePoint(0x2776 + index)],
  ]).flat(),
)
const wingdings2: Readonly<Record<number, string>> = {
  79: '✗',
  80: '✓',
  81: '☒',
  82: '☑',
  83: '☒',
  84: '☒',
  150: '●',
  151: '●',
  152: '●',
  163: '□',
  162: '■',
  42: '□',
  48: '□',
}
const greek = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const smallGreek = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'
const symbol: Readonly<Record<number, string>> = {
  ...Object.fromEntries([...greek].map((sign, index) => [65 + index, sign])),
  ...Object.fromEntries([...smallGreek].map((sign, index) => [97 + index, sign])),
  45: '−',
  163: '≤',
  165: '∞',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  181: '∝',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  197: '⊕',
  198: '∅',
  199: '∩',
  200: '∪',
  206: '∈',
  213: '∏',
  214: '√',
  215: '⋅',
  229: '∑',
  242: '∫',
}

const typefaces: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { ...wingdings, ...circled },
  'wingdings 2': wingdings2,
  symbol,
}

/** The character that a sign of a symbol typeface stands for; undefined when we do not know it. */
export function signOf(typeface: string | undefined, code: number): string | undefined {
  const known = typefaces[typeface?.trim().toLowerCase() ?? '']
  // Word writes the codes of such typefaces into the private area.
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (known) return known[own]
  // Any other typeface: the character itself, unless only its maker knows what it is.
  return isPrivate(code) ? undefined : String.fromCodePoint(code)
}

/** Whether a character has no meaning but what a typeface gives it. */
export const isPrivate = (code: number): boolean =>
  (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
