import type { Rule, RuleClass } from '../lint/rule.js'
import { columnsOf } from '../text/terminal-width.js'

/** The Chinese name of each rule class. */
export const classNames: Record<RuleClass, string> = {
  fixable: '可改',
  report: '报告',
  suggestion: '建议',
}

/** Returns the list for `--rules`, one rule per line. */
export function rulesText(rules: readonly Rule[]): string {
  const longest = Math.max(...rules.map(({ id }) => columnsOf(id)))
  return rules
    .map(({ id, class: kind, about }) => `${id.padEnd(longest)}  ${classNames[kind]}  ${about}`)
    .concat(
      '',
      '“可改”的用 --fix 自动改；“报告”的只报告；“建议”默认不查（--all，或在 bulletin.yaml 里打开）。',
    )
    .join('\n')
}

/** Returns the description of one rule for `--explain`. */
export function explainText(rule: Rule): string {
  const { id, about, reason, clause, examples } = rule
  const wrong = examples.fails.map(({ text }) => shown(text))
  const right = examples.passes.map(shown)
  return [
    `${id}（${classNames[rule.class]}）`,
    about,
    '',
    `为什么：${reason}`,
    `依据：${clause}`,
    '',
    '会报：',
    ...wrong.map((line) => `  ${line}`),
    '不报：',
    ...right.map((line) => `  ${line}`),
    '',
    `关掉：在 bulletin.yaml 里写 check: { rules: { ${id}: off } }；只关一段，在那一段上面写 <!-- bulletin-ignore ${id} -->。`,
  ].join('\n')
}

/** Formats an example on one line. */
const shown = (text: string) => text.replace(/\n+/g, ' ⏎ ').replace(/§§/g, ' ‖ ')
