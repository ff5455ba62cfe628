import { settingsStart } from '../../model/place.js'
import type { Entry } from '../../model/settings.js'
import type { IssueRule } from '../rule.js'

/** Reports missing details that every issue of an internal series with a 准印证 must print. */
export const permit: IssueRule = {
  id: 'permit',
  row: 'W07',
  class: 'suggestion',
  severity: 'off',
  about: '内部资料的必印事项不全（准印证号、编印单位、印数……）',
  reason:
    '封面或版权页要有完整的准印证号和“内部资料，免费交流”，并注明编印单位、发送对象、印刷单位、印刷日期、印数、期号。机关自己的简报不需要准印证。',
  clause: '《内部资料性出版物管理办法》',
  examples: {
    passes: [
      'yaml\npublisher: 协会\nnumber: 6\ncontact:\n  准印证号: 澄内资〔2021〕5号（内部资料，免费交流）\n  印刷单位: 甲厂\n  印刷日期: 2021年6月\n  印数: 500\ndistribution:\n  送: 各区\n§§正文。',
    ],
    fails: [{ text: 'yaml\npublisher: 协会\nnumber: 6\n§§正文。', at: '1:1' }],
  },
  checkIssue: ({ settings }) => {
    const {
      contact = [],
      staff = [],
      distribution = [],
      publisher,
      number,
      total,
      where,
    } = settings
    if (settings.template !== undefined && settings.template !== 'newsletter') return []
    const rows: Entry[] = [...contact, ...staff]
    const has = (pattern: RegExp) => rows.some(({ label, text }) => pattern.test(label + text))
    const missing = [
      has(/准印证|内资准字/) ? '' : '准印证号',
      has(/免费交流/) ? '' : '“内部资料，免费交流”字样',
      publisher || has(/编印单位|主办/) ? '' : '编印单位',
      distribution.length > 0 || has(/发送对象/) ? '' : '发送对象',
      has(/印刷单位|印刷厂|承印/) ? '' : '印刷单位',
      has(/印刷日期|印制日期|出版日期/) ? '' : '印刷日期',
      settings.copies || has(/印数/) ? '' : '印数',
      (number ?? (typeof total === 'number' ? total : undefined)) ? '' : '期号',
    ].filter(Boolean)
    if (missing.length === 0) return []
    const place = where?.contact ?? where?.title ?? settingsStart
    const message = `内部资料应当印的事项还缺：${missing.join('、')}。`
    return [{ ...place, message, hint: '在 bulletin.yaml 的 contact（联系）里各加一行。' }]
  },
}
