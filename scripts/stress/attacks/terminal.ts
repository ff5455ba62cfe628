import { article } from './attack.js'
import type { Place, ProgramAttack } from './programs.js'

/** Sets the title of a terminal, its clipboard, clears the screen, turns the line round. */
const escapes = '\u001b]0;题\u0007\u001b[2J\u001b]52;c;Y2FsYw==\u0007\u009b31m\u202e\u0085\b\r'
const asJson = (text: string) => JSON.stringify(text)

/** Articles whose title, unit, section and author hold a text, and settings that do. */
const everywhere = (text: string) => ({
  'bulletin.yaml': `title: ${asJson(`刊${text}`)}\nnumber: 3\nsections: [${asJson(`栏${text}`)}]\nunknown${'\u200b'}: 1\n`,
  '01.md': `---\ntitle: ${asJson(`题${text}`)}\nsection: ${asJson(`栏${text}`)}\nunit: ${asJson(`位${text}`)}\nauthor: ${asJson(`者${text}`)}\ndate: ${asJson(text)}\n${asJson(`键${text}`)}: 1\n---\n\n正文${text}，,错的标点。![图](${encodeURIComponent(`图${text}`)}.png)\n`,
})

const everyCommand = async (place: Place) => {
  await place.bulletin('build', '.', '--out-dir', place.out)
  await place.bulletin('check', '.')
  await place.bulletin('check', '.', '--all', '--diff')
  await place.bulletin('stats', '.')
  await place.bulletin('index', '.')
  await place.bulletin('fetch', '.')
  return []
}

const anyCode = [0, 1, 2]

/** A half of a surrogate pair without the other. */
const lone = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** What is shown of an article on a terminal, to a build server and as JSON. */
export const terminalAttacks: readonly ProgramAttack[] = [
  {
    name: '终端：题目、单位、栏目、作者、刊名里的控制序列',
    codes: anyCode,
    async attack(place) {
      await place.write(everywhere(escapes))
      return everyCommand(place)
    },
  },
  {
    name: '终端：文件名、文件夹名里的控制序列',
    codes: anyCode,
    async attack(place) {
      const name = `题\u001b[2J\u202e\u0007`
      await place.write({
        [`${name}/${name}.md`]: article('题', `正文,错。![图](${encodeURIComponent(name)}.png)`),
        [`${name}/${name}.docx`]: '不是 Word',
        [`${name}/${name}.md.txt`]: '',
      })
      for (const command of ['build', 'check', 'stats', 'index', 'fetch'])
        await place.bulletin(command, name)
      await place.bulletin('import', `${name}/${name}.docx`, '-o', place.out)
      return []
    },
  },
  {
    name: '终端：命令行的词里的控制序列',
    codes: [2],
    async attack(place) {
      await place.bulletin('build', `没有\u001b[2J\u202e`)
      await place.bulletin(`build\u001b[2J`)
      await place.bulletin('build', '.', `--out\u001b[2J`)
      await place.bulletin('check', '--explain', `x\u001b[2J`)
      await place.bulletin('template', 'check', `x\u001b[2J`)
      return []
    },
  },
  {
    name: '终端：YAML、CSV、模板出错时引用的原文',
    codes: [1, 2],
    async attack(place) {
      await place.write({
        'bulletin.yaml': `title: [\u001b[2J\n  "刊\u001b]0;x\u0007\n`,
        '01.md': `---\ntitle: "没有收尾\u001b[2J\n---\n\n正文。\n`,
        'rules.yaml': '其他记录: records.csv\n',
        'records.csv': '单位,分\n馆\u001b[2J,十\n',
        'own/page.hbs': '{{#if x\u001b[2J}}',
        'own/template.yaml': 'extends: \u001b[2J\n',
      })
      await place.bulletin('build', '.', '--out-dir', place.out)
      await place.bulletin('check', '.')
      await place.bulletin('template', 'check', 'own')
      await place.write({ 'own/template.yaml': 'extends: briefing\n' })
      await place.bulletin('template', 'check', 'own')
      await place.write({ 'bulletin.yaml': 'title: 刊\n', '01.md': article('题', '正文。') })
      await place.bulletin('stats', '.', '--rules', 'rules.yaml')
      return []
    },
  },
  {
    name: 'GitHub 注释：题目里的换行、::error、%0A、##[…]',
    codes: anyCode,
    async attack(place) {
      const text = '\n::error file=x::假\n%0A::set-output name=a::b\n##[error]假\r::add-mask::x'
      await place.write({
        ...everywhere(text),
        '02::error,x%0A.md': article('题', '正文,错。'),
      })
      const { stdout } = await place.bulletin('check', '.', '--format', 'github', '--all')
      const whole =
        /^::(?:error|warning) file=[^,:\s]+,line=\d+,col=\d+(?:,endColumn=\d+)?,title=[^,:\s]+::[^\r\n]*$/
      const lines = stdout.split('\n').filter((one) => /^\s*::|##\[/.test(one))
      const wrong = lines.filter((one) => !whole.test(one) || one.includes('##['))
      const plain = [
        await place.bulletin('build', '.', '--out-dir', place.out),
        await place.bulletin('check', '.'),
        await place.bulletin('stats', '.'),
      ]
      const obeyed = plain
        .flatMap((one) => (one.stdout + one.stderr).split(/[\r\n]/))
        .filter((one) => /^\s*::\w|##\[/.test(one))
      return [...wrong, ...obeyed].map((one) => `命令 ${one.slice(0, 80)}`)
    },
  },
  {
    name: 'JSON、SARIF：控制字符、落单的代理字符、U+2028',
    codes: anyCode,
    async attack(place) {
      const text = `${escapes}\u2028\u2029\ud800"\\</script>\u0000`
      await place.write({
        'bulletin.yaml': `title: "刊\\ud800\\u001b"\n`,
        '01.md': `---\ntitle: "题\\ud800\\u001b[2J\\u2028\\0"\nsection: "栏\\udfff"\nunit: "位\\ud83d"\n---\n\n正文&#xD800;&#0;${text.replace('\u0000', '')}\n`,
      })
      const runs = [
        await place.bulletin('build', '.', '--out-dir', place.out, '--json'),
        await place.bulletin('check', '.', '--format', 'json'),
        await place.bulletin('check', '.', '--format', 'sarif'),
        await place.bulletin('stats', '.', '--json'),
        await place.bulletin('index', '.', '--json'),
      ]
      return runs.flatMap(({ stdout }, index) => {
        try {
          // `check --format json` prints a line for each finding.
          const found = index === 1 ? stdout.trim().split('\n') : [stdout]
          const kept = JSON.stringify(found.map((one) => JSON.parse(one)))
          return [kept, stdout].some((one) => lone.test(one)) ? [`第 ${index} 个不是 Unicode`] : []
        } catch {
          return [`第 ${index} 个不是 JSON：${stdout.slice(0, 200)}`]
        }
      })
    },
  },
  {
    name: '补全：文件夹名里的 $(…)、`…`、;、控制序列',
    async attack(place) {
      const names = [
        '$(touch ran)',
        '`touch ran`',
        'a;touch ran;',
        'a|touch ran',
        'a\u001b[2J',
        '"',
        'a&b',
        'a>b',
      ]
      for (const name of names) await place.write({ [`${name}/01.md`]: article('题', '正文。') })
      const { stdout } = await place.bulletin('complete', '--', 'build', '')
      // The script for bash gives the names to `compgen -W` and `eval`, which run what stands in them.
      const run = stdout
        .split('\n')
        .filter((one) => !one.startsWith(':') && /[$`\\"';&|<>]/.test(one))
      return run.map((one) => `终端会运行 ${one}`)
    },
  },
]
