/**
 * The look of an article, as inline styles: the editor drops style sheets, classes and ids, and
 * styles that it does not know. No colour is set for ink and paper, so that WeChat can turn both
 * over in dark mode. Inherited properties are set once, on the article.
 */
const red = '#b3121d'
const soft = '#666'
const sunk = '#f7f5f2'

export const styles = {
  article: 'font-size:16px;line-height:1.8;text-align:justify',
  paragraph: 'margin:1em 0;text-indent:2em',
  continued: 'margin:1em 0',
  center: 'margin:1em 0;text-align:center',
  right: 'margin:1em 0;text-align:right',
  heading1: 'margin:1.8em 0 .8em;font-size:18px',
  heading2: 'margin:1.5em 0 .8em;font-size:17px',
  heading3: 'margin:1em 0',
  title: 'margin:2em 0 1em;font-size:20px;line-height:1.4;text-align:center',
  subtitle: `margin:.5em 0;text-align:center;color:${soft}`,
  sectionName: `margin:2.5em 0 1em;padding-left:10px;border-left:4px solid ${red};font-size:18px;color:${red}`,
  name: `margin:1em 0 .3em;font-size:30px;line-height:1.3;text-align:center;color:${red}`,
  issueLine: 'margin:.3em 0;text-align:center',
  note: `margin:1.2em 0;padding:1px 14px;border-left:3px solid ${red};background:${sunk}`,
  quotation: `margin:1em 0;padding:0 1.5em;color:${soft}`,
  card: `margin:1.5em 0;padding:8px 14px;background:${sunk}`,
  cardSection: `margin:.8em 0 .2em;font-size:14px;color:${soft}`,
  cardRow: 'margin:.2em 0;text-align:left',
  figure: 'margin:1.2em 0;text-align:center',
  picture: 'max-width:100%',
  caption: `margin:.4em 0;font-size:14px;text-align:center;color:${soft}`,
  tableCaption: 'margin:1em 0 .4em;font-size:15px;text-align:center',
  tableUnit: `margin:.4em 0;font-size:14px;text-align:right;color:${soft}`,
  table: 'width:100%;border-collapse:collapse;font-size:14px;line-height:1.5;text-align:left',
  cell: 'border:1px solid #ccc;padding:4px 6px',
  code: `margin:1em 0;padding:10px;background:${sunk};font:13px/1.6 monospace;text-align:left;word-break:break-all`,
  inlineCode: 'font-family:monospace',
  raised: 'vertical-align:super;font-size:.7em',
  lowered: 'vertical-align:sub;font-size:.7em',
  reference: `vertical-align:super;font-size:.7em;color:${red}`,
  underlined: 'text-decoration:underline',
  struck: 'text-decoration:line-through',
  marked: 'background:#fff0b3',
  small: 'font-size:.85em',
  notes: `margin:2em 0 0;padding-top:.8em;border-top:1px solid #ddd;font-size:14px;text-align:left;color:${soft}`,
  notesTitle: 'margin:.5em 0',
  noteLine: 'margin:.3em 0',
  signature: `margin:.5em 0;text-align:right;color:${soft}`,
  colophon: `margin:2em 0 0;padding-top:.8em;border-top:2px solid ${red};font-size:14px`,
  colophonLine: 'margin:.2em 0',
  brief: 'margin:1.5em 0 0;border-top:1px solid #ddd',
} as const

/** An item of a list with its mark hanging; `depth` counts the lists around it. */
export const itemStyle = (depth: number): string =>
  `margin:.4em 0;padding-left:${1.5 * depth}em;text-indent:-1.5em`

/** A further paragraph of an item. */
export const itemRestStyle = (depth: number): string =>
  `margin:.4em 0;padding-left:${1.5 * depth}em`
