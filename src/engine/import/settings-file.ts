import { asYaml } from '../../input/manuscript/front-matter.js'
import type { RedHead } from '../../input/manuscript/red-head.js'

/** Returns the text of `bulletin.yaml` for a masthead. */
export function settingsText(head: RedHead & { signedBy?: string }): string {
  const rows: [string, string | number | undefined][] = [
    ['模板', head.template],
    ['刊名', head.title],
    ['期号', head.number],
    ['总期号', head.total],
    ['发文字号', head.docNumber],
    ['主办', head.publisher],
    ['署名', head.signedBy],
    ['日期', head.date],
  ]
  return rows
    .flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${typeof value === 'number' ? value : asYaml(value)}\n`],
    )
    .join('')
}
