import { issueLineOf, periodOf, totalOf } from '../../issue/masthead.js'
import { settingsStart } from '../../model/place.js'
import type { IssueRule, RuleContext } from '../rule.js'

/** All numerals of a masthead are of one kind (GB/T 15835, 4.3). */
export const mastheadNumerals: IssueRule = {
  id: 'masthead-numerals',
  class: 'report',
  severity: 'warning',
  about: '刊头里混用两种数字，或日期编了虚位（第19期 … 二〇二二年；2021年06月）',
  reason: '同一刊头里期号和日期用一种数字；月、日不编虚位。',
  clause: 'GB/T 15835—2011，4.3；GB/T 9704—2012，7.3.5.4',
  examples: {
    passes: [
      'yaml\nissueLine: 二〇二二年第十九期\nperiod: 二〇二二年五月\n§§正文。',
      'yaml\nissueLine: 第19期\nperiod: 2022年5月\n§§正文。',
      'yaml\nnumber: 3\nnumerals: chinese\nperiod: 二〇二一年第二季度\n§§正文。',
      'yaml\nperiod: 二〇二一年第二季度\n§§正文。',
    ],
    fails: [
      { text: 'yaml\nissueLine: 第19期\nperiod: 二〇二二年五月\n§§正文。', at: '2:1' },
      { text: 'yaml\nnumber: 3\nperiod: 二〇二一年第二季度\n§§正文。', at: '2:1' },
      { text: 'yaml\nissueLine: 第三期\ndate: 2021-06-28\n§§正文。', at: '1:1' },
      { text: 'yaml\nperiod: 2021年06月\n§§正文。', at: '1:1' },
    ],
  },
  checkIssue: (context) => {
    const { settings } = context
    const { where } = settings
    const { issueLine, period } = printed(context)
    const placed = (key: 'issueLine' | 'period', message: string, hint: string) => [
      { ...(where?.[key] ?? settingsStart), message, hint },
    ]
    const kinds = [issueLine, period].map((text) => [
      /\d/.test(text),
      /[〇一二三四五六七八九十]{1,4}[年期月]/u.test(text),
    ])
    const arabic = kinds.some(([digits]) => digits)
    const han = kinds.some(([, characters]) => characters)
    const key = settings.period ? 'period' : 'issueLine'
    if (arabic && han)
      return placed(
        key,
        `刊头里混用了两种数字：“${[issueLine, period].filter(Boolean).join(' ')}”。`,
        '全用阿拉伯数字，或全用汉字。',
      )
    const zero = /(?<!\d)0\d(?=[月日期])/.exec(issueLine + period)?.[0]
    if (zero)
      return placed(
        issueLine.includes(zero) ? 'issueLine' : 'period',
        `刊头里的数编了虚位：“${zero}”。`,
        `改成“${Number(zero)}”。`,
      )
    return []
  },
}

/**
 * Returns the issue line and the period as the masthead prints them. Values not given are
 * generated, in `numerals`.
 */
function printed({ settings, name }: RuleContext): { issueLine: string; period: string } {
  const { issueLine = '', period = '', template = 'newsletter' } = settings
  // Both are generated, so they use one kind of numerals.
  if (!issueLine && !period) return { issueLine, period }
  // A document prints neither, and a custom template may print something else.
  if (template !== 'newsletter' && template !== 'briefing') return { issueLine, period }
  return {
    issueLine: issueLineOf(settings, template, totalOf(settings, name)) ?? '',
    period: periodOf(settings, settings.date) ?? '',
  }
}
