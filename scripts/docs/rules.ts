import type { Rule } from '../../src/lint/rule.js'
import { classNames } from '../../src/report/rules-list.js'
import { code, literal, table } from './table.js'

/** Returns the table of all rules of `bulletin check`. */
export const rulesTable = (rules: readonly Rule[]): string =>
  table(
    ['规则', '类', '查什么', '依据'],
    rules.map(({ id, class: kind, about, clause }) => [
      code(id),
      classNames[kind],
      literal(about),
      literal(clause),
    ]),
  )
