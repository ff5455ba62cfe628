import { asYaml } from '../../input/manuscript/front-matter.js'
import type { OfficialParts } from '../../input/manuscript/official.js'
import type { RedHead } from '../../input/manuscript/red-head.js'

/** What a manuscript says that belongs to the issue. */
export type Masthead = RedHead & OfficialParts & { signedBy?: string }

/** Returns the text of `bulletin.yaml` for a masthead. */
export function settingsText(head: Masthead): string {
  const rows: [string, string | number | undefined][] = [
    ['模板', head.template],
    ['刊名', head.title],
    ['期号', head.number],
    ['总期号', head.total],
    ['份号', head.copyNumber],
    ['密级', head.secrecy],
    ['紧急程度', head.urgency],
    ['发文字号', head.docNumber],
    ['签发人', head.signer],
    ['主办', head.publisher],
    ['主送', head.recipients],
    ['署名', head.signedBy],
    ['日期', head.date],
    ['附注', head.annotation],
    ['抄送', head.cc],
    ['印发机关', head.printedBy],
    ['印发日期', head.printedOn],
  ]
  return rows
    .flatMap(([key, value]) =>
      value === undefined ? [] : [`${key}: ${typeof value === 'number' ? value : asYaml(value)}\n`],
    )
    .join('')
}
