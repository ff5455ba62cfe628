/** Front-matter keys of a test article. Values are written as YAML. */
export type Keys = Record<string, string | number | boolean>

/** The text of an article file. Strings are written as JSON, which is valid YAML. */
export function article(keys: Keys, body: string): string {
  const lines = Object.entries({ section: '工作交流', ...keys })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`
}

const characters =
  '各协会坚持服务群众组织文化活动交流经验法读书走进社区乡村青年志愿整理方史料河桥山门窗'

/**
 * `count` Han characters without marks; each fills a cell. Deterministic for a `seed`. The order
 * does not repeat, so that the prose checks report nothing.
 */
export function han(count: number, seed = 0): string {
  const all = [...characters]
  const chosen: string[] = []
  let state = seed * 7919 + 17
  while (chosen.length < count) {
    state = (state * 1103515245 + 12345) % 2147483648
    const next = all[Math.floor(state / 65536) % all.length] ?? ''
    if (!chosen.slice(-8).includes(next)) chosen.push(next)
  }
  return chosen.join('')
}

/** A paragraph of about `count` characters with realistic punctuation. */
export function prose(count: number, seed = 0): string {
  const text = [...han(count, seed)]
  for (let i = 9 + (seed % 5); i < text.length; i += 10 + ((i + seed) % 7)) text[i] = '，'
  return `${text.join('').replace(/，$/, '')}。`
}

/** Several paragraphs of prose. */
export const paragraphs = (count: number, length = 120, seed = 0): string =>
  Array.from({ length: count }, (_, i) =>
    prose(length + ((i * 37 + seed * 11) % 60), seed + i),
  ).join('\n\n')
