import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Characters used to transcribe foreign and minority names. */
const spelling =
  '[阿艾安奥巴白贝本比彼宾伯卜不布查达戴丹道德蒂迪杜都顿多厄恩尔法菲费弗福夫盖甘戈格根古哈海汉赫亨胡怀惠霍基吉加杰金喀卡凯坎康考科克肯库夸拉莱赖兰朗劳勒雷里利丽莲林琳龙卢鲁路伦罗洛马玛麦买曼梅蒙米密明莫默木穆姆纳娜南内妮尼涅努诺欧帕培佩彭皮普奇齐契恰乔钦琼热日荣瑞若萨塞桑沙舍圣施史斯苏索塔泰坦汤特提图托瓦旺威维温沃乌西希锡夏谢辛雅亚扬耶叶伊依因英尤约扎泽詹珍治兹祖佐江合力孜肉依]'

const pattern = new RegExp(
  `(?<=\\p{sc=Han}{2})[.．](?=\\p{sc=Han}{1,5}(?:[，。、；：）”]|来|说|在|的|是|和|与|先|女|同))|(?<=${spelling}{2})[.．](?=${spelling}{3})`,
  'gu',
)

/** Reports a full stop or a baseline dot in a foreign or minority name (GB/T 15834, 4.14.3.1). */
export const nameDot: ArticleRule = {
  id: 'name-dot',
  row: 'C12',
  class: 'report',
  severity: 'warning',
  about: '外国人名、少数民族人名里的间隔号写成了圆点',
  reason: '姓名各部分之间用间隔号“·”，居中；圆点在下方，会看成句号或小数点。',
  clause: 'GB/T 15834—2011，4.14.3.1',
  examples: {
    passes: ['卡尔·林德来访，一. 总则'],
    fails: [
      { text: '作家卡尔.林德来访。', at: '1:5' },
      { text: '讲解员古丽娜.阿不都热依木给大家唱歌。', at: '1:7' },
    ],
  },
  triggers: '.．',
  check: ({ blocks }) =>
    findMatches(blocks, pattern, ({ 0: dot, index }, block) => ({
      message: `姓名里用了圆点：“${contextAround(block, index, index + 1)}”。`,
      hint: `“${dot}”改成“·”；不是姓名，就改成“。”。`,
    })),
}
