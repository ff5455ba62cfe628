const digits = '〇一二三四五六七八九'

/** The value of a Han numeral up to 9999 (二十三, 一百零五, 十, 二〇二一); undefined when it is none. */
export function hanValue(text: string): number | undefined {
  if (/^[〇○零一二三四五六七八九]{2,4}$/u.test(text)) {
    return Number([...text].map((one) => Math.max(0, digits.indexOf(one))).join(''))
  }
  const match =
    /^(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?(?:([一二三四五六七八九])?十)?([一二三四五六七八九])?$/u.exec(
      text,
    )
  if (!match || text === '') return undefined
  const [, thousands, hundreds, tens, ones] = match
  const value = (digit: string | undefined) => (digit ? digits.indexOf(digit) : 0)
  const ten = /十/.test(text) ? (tens ? value(tens) : 1) : 0
  return value(thousands) * 1000 + value(hundreds) * 100 + ten * 10 + value(ones)
}

/** 1–99 in Han numerals: 十一, 二十. */
export function hanNumeral(value: number): string {
  if (value < 1 || value > 99) return String(value)
  const [ten, one] = [Math.floor(value / 10), value % 10]
  return `${ten > 1 ? digits.charAt(ten) : ''}${ten > 0 ? '十' : ''}${one > 0 ? digits.charAt(one) : ''}`
}
