import { type ArticleAttack, hostile } from './attack.js'

/** Texts that a template, a PDF or a table would take for a command: each is printed as typed. */
export const texts: readonly ArticleAttack[] = [
  hostile(
    '{{constructor…}}',
    ({ marker }) =>
      `{{constructor.constructor('return process')().mainModule.require('fs').writeFileSync('${marker}','x')}}`,
    { shows: '{{constructor.constructor(' },
  ),
  hostile(
    '{{#with}} 链',
    () => '{{#with "s" as |s|}}{{#with split as |c|}}{{c.constructor}}{{/with}}{{/with}}',
    { shows: '{{#with' },
  ),
  hostile(
    '{{> partial}}、{{lookup}}',
    ({ outside }) => `{{> ${outside}/secret}} {{lookup this "__proto__"}} {{{title}}} {{log this}}`,
    { shows: '{{lookup' },
  ),
  {
    name: '标题里的 <script>、{{…}}',
    text: ({ url, marker }) =>
      `---\ntitle: "<script>fetch('${url}')</script>{{constructor}}${'$'}{x}"\nsection: 要闻\nunit: "<img src=${url} onerror=1>"\nauthor: ["{{this.constructor}}"]\nnote: "<iframe src=${url}></iframe>[x](javascript:1)"\ntocTitle: "目录<svg onload=fetch('${url}')>"\n---\n\n正文 ${'$'}{process.exit(9)} <%= x %> ${marker.slice(0, 0)}。\n`,
    shows: '<script>fetch(',
  },
  {
    name: 'PDF 注入：题目里的括号、/JS、文字串收尾',
    text: ({ url }) =>
      `---\ntitle: ") /S /JavaScript /JS (app.launchURL('${url}')) /OpenAction << \\\\ endobj trailer"\nsection: 要闻\nunit: ")>>/AA<</O 1 0 R>>("\n---\n\n正文。\n`,
    shows: '/JavaScript',
  },
  {
    name: 'PDF 注入：BOM 与方向符',
    text: () => '---\ntitle: "\\uFEFF\\u202E题目\\uFEFF(\\u2066"\nsection: 要闻\n---\n\n正文。\n',
  },
  {
    name: '公式注入：题目以 = 开头',
    text: ({ url }) =>
      `---\ntitle: "=cmd|'/C calc'!A0"\nsection: 要闻\nunit: "@SUM(1+1)*HYPERLINK(\\"${url}\\")"\nauthor: "+1-1"\n---\n\n正文。\n`,
    shows: '=cmd',
  },
]
