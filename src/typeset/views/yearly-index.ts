import { placeOf, titleOf } from '../../issue/yearly-index/row-text.js'
import type { Issue } from '../../model/issue.js'
import type { IndexedName, IndexRow, YearlyIndex } from '../../model/yearly-index.js'
import { widthInEm } from '../../text/em-width.js'
import type { ViewParts, YearlyIndexView } from '../view-model.js'

/** Names of more cells may be broken at the end of a line. */
const longestWhole = 14

/** The rows and lists of a yearly index (总目录). */
export function yearlyIndexView<Content>(
  { title }: Issue,
  { heading, by, issues, groups, authors, units }: YearlyIndex,
  { line }: Pick<ViewParts<Content>, 'line'>,
): YearlyIndexView<Content> {
  const sample = issues[0]?.label ?? '1'
  const rows = groups.flatMap(({ parts }) => parts.flatMap((part) => part.rows))
  const ids = new Map(rows.map(({ file }, index) => [file, `r${index + 1}`]))
  const rowView = (row: IndexRow) => {
    return {
      id: ids.get(row.file) ?? '',
      title: line(titleOf(row, by)),
      names: [row.units, row.authors].flatMap(namesView),
      number: by === 'issue' ? String(row.page ?? '') : placeOf(row),
    }
  }
  /** Each name with the mark after it, which stays on its line. */
  const namesView = (names: readonly string[]) =>
    names.map((name, index) => ({
      html: line(index === names.length - 1 ? name : `${name}、`),
      whole: widthInEm(name) <= longestWhole,
      first: index === 0,
    }))
  return {
    runningHead: cssText(`${title.replaceAll('\n', '')}\u3000${heading}`),
    about:
      by === 'issue' && authors.length + units.length === 0
        ? ''
        : `${by === 'issue' ? '索引里的' : ''}数字是期号和页码：${sample}·12 是第${sample}期第12页。`,
    groups: groups.map(({ heading, parts }, index) => ({
      id: `g${index + 1}`,
      heading,
      parts: parts.map(({ section, rows }) => ({
        // The row of briefs begins with the name of their section.
        section: rows[0]?.kind === 'briefs' ? undefined : section,
        rows: rows.map(rowView),
      })),
    })),
    lists: [
      { id: 'authors', heading: '作者索引', letters: lettersOf(authors, ids) },
      { id: 'units', heading: '单位索引', letters: lettersOf(units, ids) },
    ].filter(({ letters }) => letters.length > 0),
  }
}

function lettersOf(names: readonly IndexedName[], ids: ReadonlyMap<string, string>) {
  return [...new Set(names.map(({ letter }) => letter))].map((letter) => ({
    letter,
    names: names
      .filter((one) => one.letter === letter)
      .map(({ name, places, files }) => ({
        name,
        places: places.map((text, index) => ({ text, target: ids.get(files[index] ?? '') })),
      })),
  }))
}

/** Escapes what would end or change a CSS string, or the style element it is in. */
const cssText = (text: string): string =>
  text.replace(/[\u0000-\u001f"'\\<>&{}]/g, (one) => `\\${one.charCodeAt(0).toString(16)} `)
