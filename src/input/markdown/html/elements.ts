/** The elements of an author's HTML that pass, and the attributes that each keeps. */
export const passing: Readonly<Record<string, readonly ('colSpan' | 'rowSpan' | 'align')[]>> = {
  table: [],
  thead: [],
  tbody: [],
  tfoot: [],
  tr: ['align'],
  td: ['colSpan', 'rowSpan', 'align'],
  th: ['colSpan', 'rowSpan', 'align'],
  caption: [],
  colgroup: [],
  col: ['align'],
  br: [],
  sup: [],
  sub: [],
  u: [],
}

/** Elements that mean the same as one of ours: the look is kept, and the author is told how to write it. */
export const synonyms: Readonly<Record<string, { name: string; fix: string }>> = {
  b: { name: 'strong', fix: '要加粗就写成 **文字**。' },
  strong: { name: 'strong', fix: '要加粗就写成 **文字**。' },
  i: { name: 'em', fix: '要用楷体就写成 *文字*。' },
  em: { name: 'em', fix: '要用楷体就写成 *文字*。' },
  s: { name: 'del', fix: '要删除线就写成 ~~文字~~。' },
  del: { name: 'del', fix: '要删除线就写成 ~~文字~~。' },
}

/** Elements that go together with what is in them: it is no text for readers. */
export const hidden: ReadonlySet<string> = new Set(
  (
    'script style iframe object embed applet template noscript noembed noframes svg math canvas ' +
    'audio video select textarea title head xmp plaintext'
  ).split(' '),
)

/** Elements that stand on lines of their own: without them their text makes a paragraph. */
export const blocks: ReadonlySet<string> = new Set(
  (
    'p div center h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre address article aside details ' +
    'summary fieldset legend figcaption figure footer form header hgroup main nav section dir menu'
  ).split(' '),
)

/** What to write instead of an element that does not pass. */
export const instead: Readonly<Record<string, string>> = {
  img: '图片写成 ![说明](images/文件名)。',
  a: '链接写成 [文字](网址)。',
  hr: '要空一段就单独写一行 ---，上下各空一行。',
  h1: '小标题写成 ## 文字。',
  h2: '小标题写成 ## 文字。',
  h3: '小标题写成 ### 文字。',
  li: '列表每一项前面写 - 或 1. 。',
  ul: '列表每一项前面写 - 。',
  ol: '列表每一项前面写 1. 。',
  blockquote: '引文在段落前面写 > 。',
}
