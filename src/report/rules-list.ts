import type { Rule, RuleClass } from '../lint/rule.js'
import { columnsOf } from '../text/terminal-width.js'

/** What each class is called. */
export const classNames: Record<RuleClass, string> = {
  fixable: '可改',
  report: '报告',
  suggestion: '建议',
}

/** Every rule on a line, for `--rules`. */
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

/** One rule in full, for `--explain`. */
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

/** An example on one line. */
const shown = (text: string) => text.replace(/\n+/g, ' ⏎ ').replace(/§§/g, ' ‖ ')
