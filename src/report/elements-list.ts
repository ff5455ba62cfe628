import type { ElementRow } from '../input/markdown/html/elements.js'

/** The README's table of HTML elements, Markdown. Neighbours with one printed form share a row. */
export function elementsTable(rows: readonly ElementRow[]): string {
  const shared: { names: string[]; prints: string }[] = []
  for (const { names, prints } of rows) {
    const last = shared.at(-1)
    if (last?.prints === prints) last.names.push(...names)
    else shared.push({ names: [...names], prints })
  }
  const lines = shared.map(({ names, prints }) => {
    const tags = names.map((name) => `\`<${name}>\``).join(' ')
    return `| ${tags} | ${prints} |`
  })
  return ['| HTML | 印成 |', '| --- | --- |', ...lines].join('\n')
}

/** A README with the table of elements between its two marks written anew. */
export const withElementsTable = (readme: string, rows: readonly ElementRow[]): string =>
  readme.replace(
    /(<!-- elements:start -->\n)[\s\S]*?(<!-- elements:end -->)/,
    (_, start: string, end: string) => `${start}\n${elementsTable(rows)}\n\n${end}`,
  )
