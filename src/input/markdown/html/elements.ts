/** How an author's element is set; see `set-elements.ts`. */
export type Form =
  /** An element of ours in a line of text. */
  | { as: 'inline'; tagName: string }
  /** Its text goes on without it; bold, underline and the like of its `style` stay. */
  | { as: 'text' }
  /** Paragraphs, aligned as it says. */
  | { as: 'paragraphs'; align?: 'center' }
  /** A paragraph in bold, kept with what follows. */
  | { as: 'term' }
  /** A box of ours around paragraphs. */
  | { as: 'definition' | 'quotation' }
  /** `depth` as of Markdown's `#`. */
  | { as: 'heading'; depth: number }
  | { as: 'list' | 'item' }
  | { as: 'ruby' | 'quoted' | 'link' | 'preformatted' | 'space' }
  /** Set by `figures`. */
  | { as: 'picture' | 'figure' }
  | { as: 'table' | 'table part' }
  /** Left out, and nobody misses it. */
  | { as: 'nothing' }
  /** Taken out with all that is in it, with a warning: it acts, or it shows what paper cannot. */
  | { as: 'removed' }

/** Elements of one printed form. */
export interface ElementRow {
  /** Tag names in lower case, the usual one first. */
  names: readonly string[]
  /** What they become on the page, for the documentation. */
  prints: string
  form: Form
}

const row = (names: string, prints: string, form: Form): ElementRow => ({
  names: names.split(' '),
  prints,
  form,
})
const inline = (tagName: string): Form => ({ as: 'inline', tagName })

/**
 * Every element of HTML that an author may write, and what it becomes. What is set, what is warned of
 * and what the documentation says all come from here.
 */
export const elementRows: readonly ElementRow[] = [
  row('img', '图片，和 Markdown 的图片一样排；`width`、`height`（像素、% 或厘米）是它的大小', {
    as: 'picture',
  }),
  row('figure figcaption', '图片和图注；里面是表格时是表题', { as: 'figure' }),
  row('picture', '里面的图片', { as: 'text' }),
  row('table', '表格；开头几行 `<th>` 或 `<thead>` 换页时重印', { as: 'table' }),
  row(
    'thead tbody tr td th caption colgroup col',
    '表格的各部分；`colspan`、`rowspan`、`align` 有用',
    {
      as: 'table part',
    },
  ),
  row('tfoot', '表格的最后几行，只印一次', { as: 'table part' }),
  row(
    'p div section article header footer main nav aside address hgroup form fieldset legend search html body',
    '段落；`align="center"`、`align="right"` 居中、右齐',
    {
      as: 'paragraphs',
    },
  ),
  row('center', '居中的段落', { as: 'paragraphs', align: 'center' }),
  row('h1', '一级小标题', { as: 'heading', depth: 2 }),
  row('h2', '一级小标题', { as: 'heading', depth: 2 }),
  row('h3', '二级小标题', { as: 'heading', depth: 3 }),
  row('h4', '三级小标题', { as: 'heading', depth: 4 }),
  row('h5 h6', '四级小标题', { as: 'heading', depth: 5 }),
  row('ul ol menu dir', '列表', { as: 'list' }),
  row('li', '列表的一项', { as: 'item' }),
  row('dl details', '里面的段落', { as: 'paragraphs' }),
  row('dt summary', '加粗的一行', { as: 'term' }),
  row('dd', '缩进的段落', { as: 'definition' }),
  row('blockquote', '引文', { as: 'quotation' }),
  row('pre', '代码', { as: 'preformatted' }),
  row('hr', '空一段', { as: 'space' }),
  row('b strong', '加粗', inline('strong')),
  row('i em cite dfn var', '楷体', inline('em')),
  row('u ins', '下划线', inline('u')),
  row('s del strike', '删除线', inline('del')),
  row('sup', '上标', inline('sup')),
  row('sub', '下标', inline('sub')),
  row('mark', '灰底', inline('mark')),
  row('kbd', '加框的按键', inline('kbd')),
  row('code samp tt', '代码', inline('code')),
  row('small', '小一号的字', inline('small')),
  row('ruby rb rt', '注音，排在字的上面', { as: 'ruby' }),
  row('q', '引号里的文字', { as: 'quoted' }),
  row('a', '链接', { as: 'link' }),
  row('br', '换行', inline('br')),
  row('wbr', '可以换行的地方', inline('wbr')),
  row(
    'span font big abbr acronym bdi bdo data time label output nobr rtc',
    '里面的文字；颜色、字体、字号不管',
    {
      as: 'text',
    },
  ),
  row('rp source track map area meta link base', '不印', { as: 'nothing' }),
  row(
    'script style iframe object embed applet template noscript noembed noframes frameset svg math canvas audio video select textarea title head xmp plaintext',
    '连同里面的内容去掉，并警告在哪里',
    { as: 'removed' },
  ),
]

const forms: ReadonlyMap<string, Form> = new Map(
  elementRows.flatMap(({ names, form }) => names.map((name) => [name, form] as const)),
)

/** How an element is set; undefined for one that HTML does not know, or that means nothing in print. */
export const formOf = (name: string): Form | undefined => forms.get(name.toLowerCase())

/** Elements that go together with what is in them: it is no text for readers. */
export const hidden: ReadonlySet<string> = new Set(
  [...forms].flatMap(([name, { as }]) => (as === 'removed' ? [name] : [])),
)

/** Elements of HTML that mean nothing in print and go unnoticed but for a warning. */
const formless: ReadonlySet<string> = new Set(
  (
    'basefont bgsound blink button command datalist dialog frame image input isindex keygen listing marquee ' +
    'menuitem meter multicol nextid optgroup option param progress slot spacer'
  ).split(' '),
)

/** Whether a name is one of HTML's elements, in whatever case. */
export const isElement = (name: string): boolean =>
  forms.has(name.toLowerCase()) || formless.has(name.toLowerCase())
