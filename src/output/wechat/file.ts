import { readWebScript, readWebTemplate } from '../../input/files/template.js'
import { pageOf, roomOf } from '../../typeset/page-geometry.js'
import { documentTitle, viewOf } from '../../typeset/views/view.js'
import type { ScreenPictures } from '../html/pictures.js'
import { screenPictures } from '../html/pictures.js'
import type { ArrangedIssue, MadeFile } from '../printed-issue.js'
import type { WechatIssue } from './articles.js'
import { wechatIssue } from './articles.js'
import { collectedDrawings, drawnPictures } from './drawings.js'
import { lintWechat } from './lint.js'
import { wechatPage } from './page.js'
import { escaped, wechatHtml } from './parts.js'
import type { StateParts } from './state.js'
import { articleStates } from './state.js'

/** Returns the page from which the articles of an issue are copied into the editor of WeChat. */
export async function wechatFile(arranged: ArrangedIssue): Promise<MadeFile> {
  const { issue, pictures, resources, draw } = arranged
  const [template, script, screen] = await Promise.all([
    readWebTemplate('wechat'),
    readWebScript('wechat'),
    screenPictures({ issue, pictures, resources, codec: 'plain' }),
  ])
  // Once to see what has to be drawn, once with the drawings.
  const collected = collectedDrawings()
  textsOf(arranged, screen, { drawn: collected.drawing, svg: collected.svg })
  const drawn = await drawnPictures(collected, template, draw)
  const texts = textsOf(arranged, screen, drawn)
  const page = wechatPage(documentTitle(issue), texts, template, script)
  return { bytes: Buffer.from(page), diagnostics: lintWechat(texts.articles) }
}

/** Pasted titles are broken by the reader's phone. */
const titleWidth = 10_000

function textsOf(
  { issue, pictures }: ArrangedIssue,
  screen: ScreenPictures,
  { drawn, svg }: Pick<StateParts, 'drawn' | 'svg'>,
): WechatIssue {
  const page = pageOf(issue)
  const room = roomOf(page)
  const nothing = () => undefined
  const stateOf = articleStates((article) => ({
    pictures: article ? screen.of(article) : nothing,
    drawn,
    svg,
  }))
  const view = viewOf(issue, {
    csp: '',
    fontCss: '',
    css: '',
    page,
    coverPicture: undefined,
    seals: [],
    html: (content, { article, part } = {}) =>
      wechatHtml(
        content,
        stateOf(article),
        article ? pictures.of(article) : nothing,
        room,
        part !== 'note',
      ),
    line: escaped,
    words: escaped,
    titleWidth,
  })
  return wechatIssue(issue, view, stateOf)
}
