import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { article } from './attack.js'
import type { ProgramAttack } from './programs.js'

/** What a web site, and files named after an issue, are made to do. */
export const siteAttacks: readonly ProgramAttack[] = [
  {
    name: '网站：题目、刊名、栏目里的 <script>、]]>、订阅源的注入',
    async attack(place) {
      const text = `]]></title><script>fetch('${place.aim.url}')</script>&x;"'><a href="javascript:1">`
      await place.write({
        'a/01.md': `---\ntitle: ${JSON.stringify(text)}\nsection: ${JSON.stringify(text)}\n---\n\n正文。\n`,
        'a/bulletin.yaml': `刊名: ${JSON.stringify(text)}\n主办: ${JSON.stringify(text)}\n期号: 3\n日期: 2021-06-30\n`,
      })
      const site = ['--site', join(place.out, 'site'), '--base-url', 'https://example.org/']
      await place.bulletin('build', 'a', ...site)
      return []
    },
  },
  {
    name: '网站、Word：题目里的控制字符',
    codes: [1, 2],
    async attack(place) {
      await place.write({
        'a/01.md':
          '---\ntitle: "题\\u0001\\u000b\\x1b目"\nsection: "栏\\u0001"\n---\n\n正文&#1;。\n',
        'a/bulletin.yaml': '刊名: "刊\\u0001"\n主办: "办\\u0002"\n',
      })
      await place.bulletin('build', 'a', '--site', join(place.out, 'site'))
      return []
    },
  },
  ...['\\ufffe', '\\uffff', '\\ud800', '\\udc00x', '\\u0085', '\\u2028', '\\U0001FFFE'].map(
    (character): ProgramAttack => ({
      name: `网站、Word：题目里 XML 不许有的字符 ${character}`,
      codes: [0, 1, 2],
      async attack(place) {
        const text = `题${character}目`
        const entity = `&#x${character.slice(2)};`
        await place.write({
          'a/01.md': `---\ntitle: "${text}"\nsection: "栏${character}"\nunit: "位${character}"\n---\n\n正文${entity}。[链接](https://example.org/${entity})\n`,
          'a/bulletin.yaml': `刊名: "${text}"\n主办: "${text}"\n期号: 3\n日期: 2021-06-30\n`,
        })
        const site = ['--site', join(place.out, 'site'), '--base-url', 'https://example.org/']
        await place.bulletin('build', 'a', ...site, '--format', 'docx')
        await place.bulletin('build', 'a', '--out-dir', place.out, '--format', 'docx,wechat,pdf')
        return []
      },
    }),
  ),
  {
    name: '网站：期的文件夹名 %2e%2e、<script>、javascript:',
    async attack(place) {
      const names = ['%2e%2e%2fx', '<script>1', 'javascript:alert(1)', '"onload=1', '&amp;#']
      for (const name of names) await place.write({ [`${name}/01.md`]: article('题', '正文。') })
      await place.bulletin('build', ...names, '--site', join(place.out, 'site'))
      const made = (await readdir(join(place.out, 'site'))).sort()
      const wanted = [...names, 'index.html'].sort()
      return JSON.stringify(made) === JSON.stringify(wanted) ? [] : [`写成了 ${made}`]
    },
  },
  {
    name: '网站：--base-url 是 javascript:、带引号',
    codes: [0, 2],
    async attack(place) {
      await place.write({ 'a/01.md': article('题', '正文。') })
      for (const address of ['javascript:alert(1)//', 'file:///etc/', 'https://x/"><script>'])
        await place.bulletin('build', 'a', '--site', join(place.out, 'x'), '--base-url', address)
      return []
    },
  },
  {
    name: '网站的文件夹里有符号链接',
    codes: [0, 2, 3],
    async attack(place) {
      await place.write({ 'a/01.md': article('题', '正文。') }, { site: place.aim.outside })
      await place.bulletin('build', 'a', '--site', 'site/../site-2')
      await place.write({}, { 'site-3/a': place.aim.outside })
      await place.bulletin('build', 'a', '--site', 'site-3')
      return []
    },
  },
  {
    name: '输出：PDF 的名字是指向别的文件的链接',
    codes: [0, 2],
    async attack(place) {
      await place.write(
        { '01.md': article('题', '正文。') },
        {
          '01.pdf': `${place.aim.outside}/secret.txt`,
          '01.docx': `${place.aim.outside}/secret.md`,
          '01.html': `${place.aim.outside}/secret.css`,
        },
      )
      await place.bulletin('build', '01.md', '--format', 'pdf,docx,html')
      return []
    },
  },
  {
    name: '新建：题目里的 ../、换行、YAML',
    codes: [0, 2],
    async attack(place) {
      await place.write({ '01.md': article('题', '正文。') })
      const titles = [
        '../../../outside/x',
        '/etc/x',
        'a\nsection: 假\n---\n<script>',
        '..\\..\\x',
        'CON',
        '.x',
        'x'.repeat(400),
        '": [',
      ]
      for (const title of titles)
        await place.bulletin('new', 'article', '.', '--title', title, '--section', '要闻')
      const made = await readdir(place.folder)
      return made.filter((one) => /[\\/\n]/.test(one)).map((one) => `写成了 ${one}`)
    },
  },
]
