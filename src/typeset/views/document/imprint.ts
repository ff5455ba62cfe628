import type { Issue } from '../../../model/issue.js'
import { dayText } from '../../../text/numerals.js'
import type { Imprint, ViewParts } from '../../view-model.js'

/** Labels of the imprint's rows (7.4.2); 送, 发 and 报 belong to newsletters and briefings. */
const own = /^(?:主送|抄送|抄报)/u

/**
 * The imprint; undefined if it would be empty, without even a printing office. A letter has no line
 * of 印发 (10.1).
 */
export function imprintOf<Content>(
  issue: Issue,
  { html }: Pick<ViewParts<Content>, 'html'>,
): Imprint<Content> | undefined {
  const { settings, date } = issue
  const isLetter = settings.form === 'letter'
  const rows: Imprint<Content>['rows'] = [
    ...(settings.cc === undefined
      ? []
      : [{ label: '抄送', body: html(paragraph(ended(settings.cc))), setting: 'cc' as const }]),
    ...issue.distribution
      .filter(({ label }) => own.test(label))
      .map(({ label, content }) => ({
        label,
        body: html(content),
        setting: 'distribution' as const,
      })),
  ]
  const { proofreader, copies } = settings
  const others: Imprint<Content>['others'] = []
  if (proofreader !== undefined)
    others.push({ text: `校对：${proofreader}`, setting: 'proofreader' })
  if (copies !== undefined) others.push({ text: `（共印${copies}份）`, setting: 'copies' })
  const office = isLetter ? undefined : (settings.printedBy ?? issue.publisher)
  const day = settings.printedOn ?? date
  if (rows.length === 0 && (isLetter || office === undefined)) return undefined
  const printedOn = isLetter || day?.day === undefined ? undefined : dayText(day)
  return { rows, others: isLetter ? [] : others, office, printedOn }
}

/** 7.4.2: 。 after the last name. */
const ended = (names: string) => (/[。！？）]$/u.test(names) ? names : `${names}。`)

const paragraph = (value: string) => ({
  type: 'root' as const,
  children: [
    {
      type: 'element' as const,
      tagName: 'p',
      properties: {},
      children: [{ type: 'text' as const, value }],
    },
  ],
})
