const han = '一二三四五六七八九十百零〇'

/** How headings are numbered, from the highest: 第一章, 第一节, 一、, （一）, 1., （1）, ①. */
const forms: readonly RegExp[] = [
  new RegExp(`^第[${han}\\d]{1,5}[章编部篇][\\s\\u3000、:：]*`, 'u'),
  new RegExp(`^第[${han}\\d]{1,5}节[\\s\\u3000、:：]*`, 'u'),
  new RegExp(`^[${han}]{1,4}(?:[、.．][\\s\\u3000]*|[\\s\\u3000]+)`, 'u'),
  new RegExp(`^[（(][${han}]{1,4}[）)][\\s\\u3000、]*`, 'u'),
  /^\d{1,2}(?:[.．、](?!\d)[\s\u3000]*|[\s\u3000]+(?=\p{sc=Han}))/u,
  /^[（(]\d{1,2}[）)][\s\u3000、]*/u,
  /^[①-⑳㊀-㊉][\s\u3000、.．]*/u,
]

/** 1.1 总则, 1.1.2 总则: as deep as there are points. */
const decimal = /^\d{1,2}(?:[.．]\d{1,2}){1,3}[.．、]?[\s\u3000]*(?=\p{sc=Han}|[A-Za-z“《])/u

export const firstDecimalForm = forms.length

export interface NumberForm {
  /** The rank of the form, 0 for 第一章; of 1.1 seven, 1.1.1 eight. */
  rank: number
  /** The number with what follows it. */
  text: string
}

/** The number that a line begins with; undefined when it begins with none. */
export function numberFormOf(text: string): NumberForm | undefined {
  const points = decimal.exec(text)?.[0]
  if (points !== undefined) {
    const depth = points.match(/[.．]\d/g)?.length ?? 1
    return { rank: firstDecimalForm + depth - 1, text: points }
  }
  for (const [rank, form] of forms.entries()) {
    const found = form.exec(text)?.[0]
    if (found !== undefined) return { rank, text: found }
  }
  return undefined
}
