/** What numbers a format can write, and how. */
type Writer = (value: number) => string

const simple = '〇一二三四五六七八九'
const units = ['', '十', '百', '千']

/** A number read digit by digit. */
const digitwise =
  (digits: string): Writer =>
  (value) =>
    [...String(value)].map((digit) => [...digits][Number(digit)]).join('')

interface Counting {
  digits: readonly string[]
  units: readonly string[]
  tenThousand: string
  /** What stands for the places that are left out: 一百〇一. */
  zero: string
  /** Whether 1 is left out before 十 (十一), and before 百 and 千 as well (百一). */
  bare: 'none' | 'leading-ten' | 'all'
}

/** A number with the names of its places. */
const counted =
  (how: Counting): Writer =>
  (value) => {
    if (value >= 10_000) {
      const [high, low] = [Math.floor(value / 10_000), value % 10_000]
      const gap = low > 0 && low < 1000 ? how.zero : ''
      return counted(how)(high) + how.tenThousand + gap + (low > 0 ? counted(how)(low) : '')
    }
    const places = [...String(value)].map(Number)
    let text = ''
    let skipped = false
    for (const [index, digit] of places.entries()) {
      const power = places.length - 1 - index
      if (digit === 0) {
        skipped = true
        continue
      }
      if (skipped && text !== '') text += how.zero
      skipped = false
      const isBare =
        digit === 1 &&
        power > 0 &&
        (how.bare === 'all' || (how.bare === 'leading-ten' && power === 1 && text === ''))
      text += (isBare ? '' : how.digits[digit]) + (how.units[power] ?? '')
    }
    return text || (how.digits[0] ?? '')
  }

const usual: Counting = {
  digits: [...simple],
  units,
  tenThousand: '万',
  zero: '〇',
  bare: 'leading-ten',
}

/** Counted up to 99, then digit by digit. */
const countedTo99 =
  (digits: string): Writer =>
  (value) =>
    value < 100 ? counted(usual)(value) : digitwise(digits)(value)

/** A row of signs, one for each number; beyond it, figures. */
const row =
  (signs: string): Writer =>
  (value) =>
    [...signs][value - 1] ?? String(value)

/** Characters that follow one another in Unicode. */
const from =
  (first: string, count: number): Writer =>
  (value) =>
    value >= 1 && value <= count
      ? String.fromCodePoint((first.codePointAt(0) ?? 0) + value - 1)
      : String(value)

/** A … Z, AA, BB … as Word has it. */
const letters =
  (first: string): Writer =>
  (value) =>
    value < 1
      ? String(value)
      : String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const romanParts = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

const roman: Writer = (value) => {
  if (value < 1 || value > 3999) return String(value)
  let rest = value
  let text = ''
  for (const [worth, sign] of romanParts) {
    text += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return text
}

const fullWidth: Writer = (value) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'

const legal = (digits: string, places: string, tenThousand: string, zero: string): Writer =>
  counted({
    digits: [...digits],
    units: ['', ...places],
    tenThousand,
    zero,
    bare: 'none',
  })

const decimal: Writer = String

/** The formats of `w:numFmt` (ISO/IEC 29500-1, 17.18.59); those of Chinese as Word 16 writes them. */
export const numberFormats: Readonly<Record<string, Writer>> = {
  decimal,
  decimalHalfWidth: decimal,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  none: () => '',
  bullet: () => '',
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters('A'),
  lowerLetter: letters('a'),
  chineseCounting: countedTo99('○一二三四五六七八九'),
  chineseCountingThousand: counted(usual),
  japaneseCounting: counted({ ...usual, zero: '', bare: 'all' }),
  ideographDigital: digitwise(simple),
  japaneseDigitalTenThousand: digitwise(simple),
  taiwaneseCounting: countedTo99('○一二三四五六七八九'),
  taiwaneseCountingThousand: counted({ ...usual, zero: '零' }),
  taiwaneseDigital: digitwise('○一二三四五六七八九'),
  koreanDigital2: digitwise('零一二三四五六七八九'),
  chineseLegalSimplified: legal('零壹贰叁肆伍陆柒捌玖', '拾佰仟', '万', '零'),
  ideographLegalTraditional: legal('零壹貳參肆伍陸柒捌玖', '拾佰仟', '萬', '零'),
  japaneseLegal: legal('零壱弐参四伍六七八九', '拾百阡', '萬', ''),
  ideographTraditional: row(stems),
  ideographZodiac: row(branches),
  ideographZodiacTraditional: (value) =>
    value < 1 || value > 60
      ? String(value)
      : `${stems[(value - 1) % 10]}${branches[(value - 1) % 12]}`,
  ideographEnclosedCircle: from('㊀', 10),
  decimalEnclosedCircle: from('①', 20),
  decimalEnclosedCircleChinese: from('①', 20),
  decimalEnclosedFullstop: from('⒈', 20),
  decimalEnclosedParen: from('⑴', 20),
  numberInDash: (value) => `- ${value} -`,
  hex: (value) => value.toString(16).toUpperCase(),
  ordinal: (value) => `${value}${suffix(value)}`,
  chicago: (value) => ['*', '†', '‡', '§'][(value - 1) % 4]?.repeat(Math.ceil(value / 4)) ?? '',
  aiueo: row('ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'),
  aiueoFullWidth: row(
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  ),
  iroha: row('ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽ'),
  irohaFullWidth: row(
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
  ),
}

function suffix(value: number): string {
  const teen = value % 100 > 10 && value % 100 < 14
  return teen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')
}

/** A number in a format of `w:numFmt`; in figures when the format is not known. */
export const inFormat = (value: number, format: string): string =>
  (Object.hasOwn(numberFormats, format) ? numberFormats[format] : undefined)?.(value) ??
  String(value)
