import { settingsStart } from '../../model/place.js'
import type { IssueRule } from '../rule.js'

/**
 * The list of 抄送机关 ends with a full stop (GB/T 9704, 7.4.2). The colon after 主送机关 is added by the
 * layout.
 */
export const copiesStop: IssueRule = {
  id: 'copies-stop',
  row: 'A03',
  class: 'report',
  severity: 'warning',
  about: '抄送机关末尾没有句号（公文）',
  reason: '抄送机关之间用顿号或逗号，最后一个后面用句号；主送机关后的冒号由排版补上。',
  clause: 'GB/T 9704—2012，7.4.2',
  examples: {
    passes: ['yaml\ntemplate: document\ncc: 市委办公室，市政府办公室。\n§§各区：'],
    fails: [
      { text: 'yaml\ntemplate: document\ncc: 市委办公室，市政府办公室\n§§各区：', at: '2:1' },
    ],
  },
  checkIssue: ({ settings: { cc, where } }) => {
    if (cc === undefined || /[。！]$/.test(cc.trim())) return []
    const place = where?.cc ?? settingsStart
    const message = `抄送机关末尾没有句号：“${cc.trim().slice(-10)}”。`
    return [{ ...place, message, hint: '在末尾加上“。”。' }]
  },
}
