import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { article } from './attack.js'
import type { ProgramAttack } from './programs.js'

const starts = [
  `=cmd|'/C calc'!A0`,
  '+1+cmd',
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '=HYPERLINK("http://127.0.0.1","x")',
  '"=1',
  ';=1',
]

/** Tables that Excel opens, and what is written of an index and of statistics. */
export const tableAttacks: readonly ProgramAttack[] = [
  {
    name: 'CSV 公式：题目、单位、作者、栏目、刊名、文件名以 = + - @ 开头',
    async attack(place) {
      const files = starts.map((text, index) => [
        `${text.replaceAll('/', '_')}-${index}.md`,
        `---\ntitle: ${JSON.stringify(text)}\nsection: ${JSON.stringify(text)}\nunit: ${JSON.stringify(text)}\nauthor: ${JSON.stringify(text)}\n---\n\n正文。\n`,
      ])
      await place.write({
        ...Object.fromEntries(files),
        'bulletin.yaml': `刊名: "=1+1"\n期号: 3\n日期: 2021-06-30\n`,
        'rules.yaml': `其他记录: r.csv\n单位:\n  "=1+1": ["=2+2"]\n别名:\n  "+1+cmd": "=3+3"\n`,
        'r.csv': '单位,分,标题,来源\n=4+4,-3,@x,=5+5\n',
      })
      const csv = ['--csv', join(place.out, 'units.csv'), '--details', join(place.out, 'all.csv')]
      await place.bulletin('stats', '.', '--rules', 'rules.yaml', ...csv)
      const index = ['--csv', join(place.out, 'index.csv'), '--markdown', join(place.out, '90.md')]
      await place.bulletin('index', '.', ...index)
      return ['units.csv', 'all.csv', 'index.csv'].flatMap((name) =>
        existsSync(join(place.out, name)) ? [] : [`没有写 ${name}`],
      )
    },
  },
  {
    name: '统计的网页、通报、总目录的稿件和 PDF：题目里的 <script>、链接、{{…}}',
    async attack(place) {
      const text = `<script>fetch('${place.aim.url}')</script>[x](javascript:1)<img src=${place.aim.url} onerror=1>{{constructor}}|`
      await place.write({
        '01.md': `---\ntitle: ${JSON.stringify(text)}\nsection: ${JSON.stringify(text)}\nunit: ${JSON.stringify(text)}\nauthor: ${JSON.stringify(text)}\n---\n\n正文。\n`,
        'bulletin.yaml': `刊名: ${JSON.stringify(text)}\n期号: 3\n日期: 2021-06-30\n`,
      })
      const html = ['--html', join(place.out, 'a.html'), '--notice', join(place.out, 'notice')]
      await place.bulletin('stats', '.', ...html)
      await place.bulletin('build', join(place.out, 'notice'), '--out-dir', place.out)
      const index = ['-o', join(place.out, 'b.pdf'), '--markdown', join(place.out, 'i/90.md')]
      await place.bulletin('index', '.', ...index)
      const formats = ['--format', 'pdf,docx,html,wechat']
      await place.bulletin('build', join(place.out, 'i/90.md'), '--out-dir', place.out, ...formats)
      return []
    },
  },
  {
    name: '统计的规则：记录在外面、是链接、是设备',
    codes: [2],
    async attack(place) {
      const { way, outside } = place.aim
      await place.write(
        {
          '01.md': article('题', '正文。'),
          'a.yaml': `其他记录: ${way}/secret.txt\n`,
          'b.yaml': `其他记录: ${outside}/secret.txt\n`,
          'c.yaml': '其他记录: link.csv\n',
          'd.yaml': '其他记录: zero.csv\n',
        },
        { 'link.csv': `${outside}/secret.txt`, 'zero.csv': '/dev/zero' },
      )
      for (const name of ['a', 'b', 'c', 'd'])
        await place.bulletin('stats', '.', '--rules', `${name}.yaml`)
      return []
    },
  },
]
