import type { Diagnostic } from '../model/diagnostic.js'
import { warningAt } from '../model/diagnostic.js'
import { settingsStart } from '../model/place.js'
import type { CheckSettings } from '../model/settings.js'
import { nearest } from '../text/nearest.js'
import type { Rule, RuleContext } from './rule.js'

/**
 * Returns the severity of a rule in this issue: the value under `check:` if given, else the rule's
 * own. With `all`, rules that are `off` by default become warnings.
 */
export function severityOf(
  rule: Pick<Rule, 'id' | 'severity'>,
  settings: CheckSettings | undefined,
  all: boolean,
): Rule['severity'] {
  const given = settings?.rules?.[rule.id]
  if (given !== undefined) return given
  return rule.severity === 'off' && all ? 'warning' : rule.severity
}

/** Returns a warning for every name under `check:` that is not a rule. */
export function unknownRules(
  { check, where }: RuleContext['settings'],
  rules: readonly Rule[],
): Diagnostic[] {
  const known = rules.map(({ id }) => id)
  const unknown = Object.keys(check?.rules ?? {}).filter((name) => !known.includes(name))
  return unknown.map((name) => {
    const close = nearest(name, known)
    const hint =
      close === undefined ? '运行 bulletin check --rules 看全部规则。' : `改成 ${close}。`
    const place = where?.check ?? settingsStart
    return warningAt(place, {
      rule: 'check-rule-unknown',
      message: `没有“${name}”这条检查规则。`,
      hint,
    })
  })
}
