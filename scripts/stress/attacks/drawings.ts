import { gzipSync } from 'node:zlib'
import { type ArticleAttack, hostile } from './attack.js'
import type { Aim } from './canary.js'

const around = (inner: string, before = '', more = '') =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="300" height="200" ${more}><rect width="300" height="200" fill="#ddd"/>${inner}</svg>`

let count = 0

/** An article with one picture that is a hostile SVG. */
function drawn(
  name: string,
  svg: (aim: Aim) => string | Uint8Array,
  more: Partial<ArticleAttack> = {},
): ArticleAttack {
  count += 1
  const file = `images/drawing-${count}.svg`
  return hostile(`SVG 图片：${name}`, () => `![图](${file})`, {
    files: (aim) => ({ [file]: svg(aim) }),
    ...more,
  })
}

/** SVG files that do nothing once they are pictures: the issue is built. */
export const deadDrawings: readonly ArticleAttack[] = [
  drawn('<script>、onload、javascript: 链接', ({ url }) =>
    around(
      `<script>fetch('${url}')</script><a xlink:href="javascript:fetch('${url}')"><text y="20">字</text></a><set attributeName="href" to="javascript:fetch('${url}')"/>`,
      '',
      `onload="fetch('${url}')"`,
    ),
  ),
  drawn('链接到文件和别处', ({ url, outside }) =>
    around(
      `<a href="${url}"><text y="20">字</text></a><a xlink:href="file://${outside}/secret.txt"><text y="60">字</text></a>`,
    ),
  ),
]

const external = { rule: 'image-external' }

/** SVG files that name what is not theirs: each is an error. */
export const leakyDrawings: readonly ArticleAttack[] = [
  drawn('<image href=http:>', ({ url }) => around(`<image href="${url}"/>`), external),
  drawn(
    '<image href=file:>',
    ({ outside }) => around(`<image xlink:href="file://${outside}/secret.png"/>`),
    external,
  ),
  drawn('<image href=../>', () => around('<image href="../../../outside/secret.svg"/>'), external),
  drawn(
    '<use> 另一个文件',
    ({ outside }) => around(`<use href="file://${outside}/secret.svg#a"/>`),
    external,
  ),
  drawn(
    '样式 @import、url()',
    ({ url, outside }) =>
      around(`<style>@import "${url}"; rect { fill: url(file://${outside}/secret.svg#a) }</style>`),
    external,
  ),
  drawn('样式里转义的 u\\72l()', ({ url }) =>
    around(`<style>rect { fill: u\\72l(${url}#a) } @\\69mport "${url}";</style>`),
  ),
  drawn(
    'feImage、mask、filter',
    ({ url }) => around(`<filter id="f"><feImage href="${url}"/></filter>`),
    external,
  ),
  drawn(
    'xml-stylesheet',
    ({ url }) => around('', `<?xml-stylesheet href="${url}" type="text/css"?>`),
    external,
  ),
  drawn(
    '外部实体（XXE）',
    ({ outside }) =>
      around(
        '<text y="40">&x;</text>',
        `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file://${outside}/secret.txt">]>`,
      ),
    external,
  ),
  drawn(
    '参数实体',
    ({ url }) =>
      around(
        '<text y="40">&x;</text>',
        `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY % p SYSTEM "${url}"> %p;]>`,
      ),
    external,
  ),
  drawn('外部 DTD', ({ url }) => around('', `<?xml version="1.0"?><!DOCTYPE svg SYSTEM "${url}">`)),
  drawn(
    'XInclude',
    ({ outside }) =>
      around(
        `<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file://${outside}/secret.txt" parse="text"/>`,
      ),
    external,
  ),
  drawn(
    'foreignObject 里的 iframe',
    ({ url, outside }) =>
      around(
        `<foreignObject width="200" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${url}"></iframe><iframe xmlns="http://www.w3.org/1999/xhtml" src="file://${outside}/secret.txt"></iframe>网页文字</foreignObject>`,
      ),
    external,
  ),
  drawn('UTF-16 编码，躲过检查', ({ outside }) =>
    Buffer.from(
      `\ufeff${around(`<image href="file://${outside}/secret.png"/>`, '<?xml version="1.0" encoding="UTF-16"?>')}`,
      'utf16le',
    ),
  ),
  drawn('gzip 压缩，躲过检查', ({ outside }) =>
    gzipSync(around(`<image href="file://${outside}/secret.png"/>`)),
  ),
  drawn('内嵌的 SVG 里再引用', ({ url }) =>
    around(
      `<image width="99" height="99" href="data:image/svg+xml,${encodeURIComponent(around(`<image href="${url}"/>`))}"/>`,
    ),
  ),
]
