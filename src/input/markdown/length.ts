/** A length as an author writes it: a fraction (0–1) of the type area's width, or mm. */
export type Length = { share: number } | { mm: number }

/** One inch is 96 px in CSS. */
const mmPer: Readonly<Record<string, number>> = {
  '': 25.4 / 96,
  px: 25.4 / 96,
  像素: 25.4 / 96,
  pt: 25.4 / 72,
  磅: 25.4 / 72,
  in: 25.4,
  英寸: 25.4,
  cm: 10,
  厘米: 10,
  mm: 1,
  毫米: 1,
}

/**
 * Parses `60%`, `300`, `300px`, `8cm`, `80毫米`. Returns undefined for anything else and for
 * lengths that are not positive.
 */
export function readLength(text: string): Length | undefined {
  const [, digits, unit = ''] =
    /^(\d+(?:\.\d+)?|\.\d+)\s*([a-z]*|[%％]|\p{Script=Han}*)$/iu.exec(text.trim()) ?? []
  const number = Number(digits)
  if (!(number > 0)) return undefined
  if (unit === '%' || unit === '％') return { share: number / 100 }
  const factor = Object.hasOwn(mmPer, unit.toLowerCase()) ? mmPer[unit.toLowerCase()] : undefined
  return factor === undefined ? undefined : { mm: number * factor }
}
