/** The errors of a 发文字号, and its correct form. */
export interface NumberProblem {
  message: string
  /** The corrected number. */
  right: string
}

/**
 * Checks a document number against GB/T 9704—2012, 7.2.5: 代字〔年份〕序号, the year with four digits in
 * 〔〕, the number without 第 and leading zeros. All errors are in one message. Returns undefined if
 * the number is correct.
 */
export function numberProblem(written: string): NumberProblem | undefined {
  const match = shape.exec(written.trim())
  const {
    code = '',
    open = '',
    year = '',
    close = '',
    ordinal = '',
    zeros = '',
  } = match?.groups ?? {}
  if (!match) {
    return {
      message: `发文字号“${written}”不是“代字〔年份〕序号”的样子。`,
      right: '某发〔2022〕7号',
    }
  }
  const problems = [
    open === '〔' && close === '〕' ? [] : `年份用的是“${open}${close}”，不是六角括号〔〕`,
    year.length === 4 ? [] : `年份“${year}”不是四位`,
    ordinal === '' ? [] : '序号前有“第”',
    zeros === '' ? [] : `序号“${zeros}${match.groups?.serial}”前有 0`,
    match.groups?.end === '号' ? [] : '末尾没有“号”',
  ].flat()
  if (problems.length === 0) return undefined
  const full = year.length === 2 ? `20${year}` : year
  return {
    message: `发文字号“${written}”不合格式：${problems.join('，')}。`,
    right: `${code}〔${full}〕${match.groups?.serial}号`,
  }
}

const shape =
  /^(?<code>\p{sc=Han}+)\s*(?<open>[〔[（(【［])\s*(?<year>\d{2,4})\s*(?<close>[〕\]）)】］])\s*(?<ordinal>第?)\s*(?<zeros>0*)(?<serial>[1-9]\d*)\s*(?<end>号?)$/u
