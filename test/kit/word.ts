import { strToU8, zipSync } from 'fflate'

const wordNamespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
].join(' ')

/** The parts of a Word file, as XML without the root element. */
export interface WordParts {
  body: string
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  comments?: string
  header?: string
  footer?: string
  /** Pictures by file name in `word/media/`. The relation id is the name without extension. */
  media?: Record<string, Uint8Array>
  /** Link targets by relation id. */
  links?: Record<string, string>
  /** Additional parts by full name. */
  others?: Record<string, Uint8Array>
}

const parts = [
  ['styles', 'w:styles'],
  ['numbering', 'w:numbering'],
  ['footnotes', 'w:footnotes'],
  ['endnotes', 'w:endnotes'],
  ['comments', 'w:comments'],
  ['header', 'w:hdr'],
  ['footer', 'w:ftr'],
] as const

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Builds a Word file from its parts. The same parts give the same bytes. */
export function wordFile(given: WordParts): Uint8Array {
  const { body, media = {}, links = {}, others = {} } = given
  const relation = (id: string, type: string, target: string, more = '') =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${more}/>`
  const present = parts.filter(([name]) => given[name] !== undefined)
  const relations = [
    ...present.map(([name]) => relation(`part-${name}`, name, `${name}.xml`)),
    ...Object.keys(media).map((name) =>
      relation(name.replace(/\.\w+$/, ''), 'image', `media/${name}`),
    ),
    ...Object.entries(links).map(([id, target]) =>
      relation(id, 'hyperlink', target, ' TargetMode="External"'),
    ),
  ]
  const xml = (root: string, inner: string) =>
    strToU8(`${declaration}<${root} ${wordNamespaces}>${inner}</${root}>`)
  const rels = (inner: string) =>
    strToU8(
      `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
    )
  return zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes(present.map(([name]) => name))),
      '_rels/.rels': rels(relation('main', 'officeDocument', 'word/document.xml')),
      'word/_rels/document.xml.rels': rels(relations.join('')),
      'word/document.xml': xml('w:document', `<w:body>${body}</w:body>`),
      ...Object.fromEntries(
        present.map(([name, root]) => [`word/${name}.xml`, xml(root, given[name] ?? '')]),
      ),
      ...Object.fromEntries(
        Object.entries(media).map(([name, bytes]) => [`word/media/${name}`, bytes]),
      ),
      ...others,
    },
    { mtime: new Date(2021, 5, 15) },
  )
}

function contentTypes(names: readonly string[]): string {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const override = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${word}.${type}+xml"/>`
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['jpg', 'image/jpeg'],
    ['emf', 'image/x-emf'],
    ['wmf', 'image/x-wmf'],
    ['bmp', 'image/bmp'],
  ].map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join('')}${override('document', 'document.main')}${names.map((name) => override(name, name)).join('')}</Types>`
}

/** Escapes text for XML. */
export const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** A run: its text, and its properties as XML. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r>`

/** A paragraph: its runs or a text, and its properties as XML. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${/^<(?:w|m|mc):/.test(content) ? content : content && run(content)}</w:p>`

/** Run properties for the East Asian typeface and the size in pt. */
export const face = (typeface: string, size?: number, more = ''): string =>
  `<w:rFonts w:ascii="Times New Roman" w:eastAsia="${typeface}" w:hAnsi="Times New Roman"/>${more}${size === undefined ? '' : `<w:sz w:val="${size * 2}"/>`}`

/** Paragraph properties for an item of a list. */
export const listed = (numId: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`

/** A list definition by its levels (format and text), and the list with the same number. */
export function list(id: number, levels: readonly [string, string, string?][]): string {
  const written = levels.map(
    ([format, text, more = ''], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="${id}">${written.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
}

/** A table. A cell is its content, optionally with its properties as XML. All columns are equally wide. */
export function table(rows: readonly (readonly (string | [string, string])[])[]): string {
  const spanOf = (properties: string) =>
    Number(/<w:gridSpan w:val="(\d+)"/.exec(properties)?.[1] ?? 1)
  const cellOf = (cell: string | [string, string]) => {
    const [content, properties] = typeof cell === 'string' ? [cell, ''] : cell
    const inner = /^<w:(?:p|tbl)\b/.test(content) ? content : paragraph(content)
    const closed = inner.endsWith('</w:tbl>') ? `${inner}<w:p/>` : inner
    const width = `<w:tcW w:w="${columnWidth * spanOf(properties)}" w:type="dxa"/>`
    return `<w:tc><w:tcPr>${width}${properties}</w:tcPr>${closed}</w:tc>`
  }
  const columns = rows.map((cells) =>
    cells.reduce((sum, cell) => sum + spanOf(typeof cell === 'string' ? '' : cell[1]), 0),
  )
  const grid = `<w:gridCol w:w="${columnWidth}"/>`.repeat(Math.max(...columns))
  const lines = rows.map((cells) => `<w:tr>${cells.map(cellOf).join('')}</w:tr>`)
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`
}

/** Twentieths of a point. */
const columnWidth = 2000

/** An inline picture. `more` is additional XML in its fill; `turn` is a rotation in degrees. */
export const picture = (
  relation: string,
  { width = 200, height = 150, crop = '', turn = 0, flip = '' } = {},
): string => {
  const size = `cx="${width * 12_700}" cy="${height * 12_700}"`
  return `<w:r><w:drawing><wp:inline><wp:extent ${size}/><wp:docPr id="1" name="图片 1"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="${relation}"/>${crop && `<a:srcRect ${crop}/>`}</pic:blipFill><pic:spPr><a:xfrm rot="${turn * 60_000}"${flip}><a:ext ${size}/></a:xfrm></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}
