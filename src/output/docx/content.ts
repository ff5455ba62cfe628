import type { Root } from 'hast'
import type { Issue } from '../../model/issue.js'
import { contentTree } from '../../typeset/content-tree.js'
import { pageOf, roomOf } from '../../typeset/page-geometry.js'
import type { View } from '../../typeset/view-model.js'
import { viewOf } from '../../typeset/views/view.js'
import type { PlacedPictures } from '../pdf/pictures.js'

/** Content of an issue on its way into a Word file. */
export interface WordContent {
  root: Root
}

/** The issue as the templates of the PDF see it, with trees in place of HTML. */
export function wordView(issue: Issue, pictures: PlacedPictures): View<WordContent> {
  const page = pageOf(issue)
  const room = roomOf(page)
  const text = (value: string): WordContent => ({
    root: { type: 'root', children: [{ type: 'text', value }] },
  })
  return viewOf<WordContent>(issue, {
    csp: '',
    fontCss: '',
    css: '',
    page,
    coverPicture: pictures.cover,
    seals: pictures.seals,
    html: (content, { article } = {}) => ({
      root: contentTree(content, { article, picturesOf: pictures.of, room }),
    }),
    line: text,
    words: text,
    titleWidth: 20,
  })
}
