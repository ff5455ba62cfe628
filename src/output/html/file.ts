import { readWebTemplate } from '../../input/files/template.js'
import type { ArrangedIssue } from '../printed-issue.js'
import { webPage } from './page.js'
import { screenPictures } from './pictures.js'

/**
 * Returns the issue as one page for screens, with everything in it. Page numbers stand in its contents
 * when the issue was also printed.
 */
export async function htmlFile({
  issue,
  pictures,
  resources,
  printed,
  site,
}: ArrangedIssue): Promise<Uint8Array> {
  const [template, screen] = await Promise.all([
    readWebTemplate('html'),
    screenPictures({ issue, pictures, resources, codec: 'webp' }),
  ])
  const page = webPage(
    issue,
    template,
    { printed: pictures.of, screen: screen.of, cover: screen.cover?.address },
    { pages: printed?.pages ?? new Map(), site },
  )
  return Buffer.from(page)
}
