import { type ArticleAttack, article, hostile } from './attack.js'

const outside = { rule: 'image-outside' }
const picture = (src: string) => `![图](${src})`

/** Articles that name what is not theirs: each is an error with its place, and nothing is written. */
export const paths: readonly ArticleAttack[] = [
  hostile('图片 http:', ({ url }) => picture(url), { rule: 'image-remote' }),
  hostile('图片 //主机（协议相对）', ({ url }) => picture(url.replace('http:', '')), {
    rule: 'image-remote',
  }),
  hostile('<img src=http:>', ({ url }) => `<img src="${url}" onerror="fetch('${url}')">`, {
    rule: 'image-remote',
  }),
  hostile('图片 file:', ({ outside: at }) => picture(`file://${at}/secret.png`), {
    rule: 'image-absolute',
  }),
  hostile(
    '图片 data:（SVG 带脚本）',
    ({ url }) =>
      picture(`data:image/svg+xml,<svg onload="fetch('${url}')"/>`.replaceAll(' ', '%20')),
    { rule: 'image-data' },
  ),
  hostile('图片 blob:', ({ url }) => picture(`blob:${url}/x`), { rule: 'image-scheme' }),
  hostile('图片 javascript:', ({ url }) => picture(`javascript:fetch%28'${url}'%29`), {
    rule: 'image-scheme',
  }),
  hostile('图片 ftp:、gopher:', () => picture('gopher://127.0.0.1/x.png'), {
    rule: 'image-scheme',
  }),
  hostile('图片 UNC \\\\主机\\共享', () => picture('\\\\\\\\127.0.0.1\\\\share\\\\a.png')),
  hostile('图片绝对路径', ({ outside: at }) => picture(`${at}/secret.png`), {
    rule: 'image-absolute',
  }),
  hostile('图片 C:\\', () => picture('C:\\\\Windows\\\\win.ini')),
  hostile('图片 ../', ({ way }) => picture(`${way}/secret.png`), outside),
  hostile(
    '图片 %2e%2e/',
    ({ way }) => picture(`${way.replaceAll('.', '%2e')}/secret.png`),
    outside,
  ),
  hostile(
    '图片 ..%2f',
    ({ way }) => picture(`${way.replaceAll('/', '%2f')}%2fsecret.png`),
    outside,
  ),
  hostile(
    '图片 %252e%252e（两层编码）',
    ({ way }) => picture(`${way.replaceAll('.', '%252e')}/secret.png`),
    { rule: 'image-missing' },
  ),
  hostile('图片 ..\\', ({ way }) => picture(`${way.replaceAll('/', '\\\\')}\\\\secret.png`)),
  hostile('图片 images/../../', ({ way }) => picture(`images/../${way}/secret.svg`), outside),
  hostile(
    '图片 &#46;&#46;/（实体）',
    ({ way }) => picture(`${way.replaceAll('.', '&#46;')}/secret.png`),
    outside,
  ),
  hostile('图片里的 %00', ({ way }) => picture(`a.png%00${way}/secret.png`)),
  hostile('图片 /proc/self/environ', () => picture('../../../../../../proc/self/environ'), outside),
  hostile('图片是符号链接', () => picture('images/link.png'), {
    ...outside,
    links: ({ outside: at }) => ({ 'images/link.png': `${at}/secret.png` }),
  }),
  hostile('文件夹是符号链接', () => picture('linked/secret.png'), {
    ...outside,
    links: ({ outside: at }) => ({ linked: at }),
  }),
  hostile('图片是绕圈的符号链接', () => picture('loop/a.png'), { links: () => ({ loop: 'loop' }) }),
  hostile('图片是设备', () => picture('zero.png'), { links: () => ({ 'zero.png': '/dev/zero' }) }),
  hostile(
    '没有收尾的 <script',
    ({ url }) => `<table><tr><td>字<script>fetch('${url}')//</td></tr></table>`,
    { rule: 'html-open' },
  ),
  hostile(
    'MathML 换命名空间',
    ({ url }) =>
      `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=fetch('${url}')&gt;"></table></math>`,
    { rule: 'comment-open' },
  ),
  {
    name: '稿件是符号链接',
    file: '77-link.md',
    text: () => '',
    links: ({ outside: at }) => ({ '77-link.md': `${at}/secret.md` }),
    rule: 'link-outside',
  },
  {
    name: '稿件是 /etc/passwd 的链接',
    file: '78-passwd.md',
    text: () => '',
    links: () => ({ '78-passwd.md': '/etc/passwd' }),
    rule: 'link-outside',
  },
  {
    name: 'front-matter 的 ---js 代码',
    text: ({ marker }) =>
      `---js\n{ title: require('fs').writeFileSync('${marker}', 'x') }\n---\n\n正文。\n`,
    rule: 'front-matter-code',
  },
  {
    name: 'front-matter 的 ---coffee 代码',
    text: ({ marker }) =>
      `---coffee\ntitle: require('fs').writeFileSync('${marker}', 'x')\n---\n\n正文。\n`,
    rule: 'front-matter-code',
  },
  {
    name: '项名 __proto__',
    text: () =>
      '---\ntitle: 题\nsection: 要闻\n__proto__: { draft: true, title: 污染 }\n---\n\n正文。\n',
    rule: 'unknown-key',
  },
  {
    name: '项名 constructor、toString',
    text: () =>
      '---\ntitle: 题\nsection: 要闻\nconstructor: { prototype: { draft: true } }\ntoString: x\nhasOwnProperty: y\n---\n\n正文。\n',
    rule: 'unknown-key',
  },
  {
    name: 'YAML 标签 !!js/function',
    text: ({ marker }) =>
      `---\ntitle: !!js/function "function(){require('fs').writeFileSync('${marker}','x')}()"\nsection: 要闻\n---\n\n正文。\n`,
  },
  {
    name: 'YAML 标签 !!python、!!binary、!include',
    text: ({ outside: at }) =>
      `---\ntitle: !include ${at}/secret.txt\nsection: !!python/object/apply:os.system ["id"]\n---\n\n正文。\n`,
  },
  {
    name: 'YAML 锚点炸弹',
    text: () =>
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij'].map((one, i) => `${one}: &${one} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(',')}]`).join('\n')}\ntitle: *j\nsection: 要闻\n---\n\n正文。\n`,
  },
  {
    name: 'YAML 合并键 << 带 __proto__',
    text: () =>
      '---\nbase: &b { __proto__: { draft: true } }\n<<: *b\ntitle: 题\nsection: 要闻\n---\n\n正文。\n',
  },
  {
    name: '一万层的引用和列表',
    text: () => article('层层嵌套', `${'> '.repeat(10_000)}深\n\n${'- '.repeat(5000)}深`),
    rule: 'nesting',
  },
]
