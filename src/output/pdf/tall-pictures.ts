import type { PictureWishes } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import type { Box, PictureFile, PictureRequest } from '../../model/picture.js'
import type { Staged } from '../../model/staged.js'
import { bandEnds } from '../../typeset/picture-bands.js'
import type { PictureRoom, PrintedBand } from '../../typeset/picture-size.js'
import { continuesOnNextPages, isSqueezed } from '../../typeset/picture-size.js'
import type { FoundPicture } from './found-picture.js'

/** Overlap of a band under the next one, mm. Without it viewers show a hairline where they meet. */
const overlap = 0.3

/**
 * Handles pictures taller than the page. Adds the possible break positions (`bandEnds`, mm) when
 * the picture is to continue on the next pages, and a warning when it has become too narrow to
 * read.
 */
export async function placedTall(
  found: FoundPicture,
  wishes: PictureWishes,
  room: PictureRoom,
): Promise<FoundPicture> {
  const { value, request: wish, diagnostics } = found
  if (!value) return found
  const { box, picture } = value
  if (continuesOnNextPages(box, wishes, room)) {
    const calm = await picture.calmRows()
    const rows = calm.map(({ at, isBlank }) => ({ at: at * box.height, isBlank }))
    return { ...found, value: { ...value, bandEnds: bandEnds(box.height, rows, room) } }
  }
  return isSqueezed(picture, box, wishes, room)
    ? { ...found, diagnostics: [...diagnostics, squeezedWarning(wish, box.width)] }
    : found
}

const squeezedWarning = ({ src, place }: PictureRequest, width: number): Diagnostic =>
  warningAt(place, {
    rule: 'image-tall',
    message: `图片“${src}”又长又窄，缩到一页以内只有 ${Math.round(width)} 毫米宽，上面的字看不清。`,
    hint: '在图片的括号里加 "split"（拆页），让它照原来的宽度接着排到后面几页；或者裁成几张。',
  })

type Files = ReadonlyMap<string, Promise<Staged<PictureFile>>>

/**
 * The bands of a picture with the given ends, mm from its top, and their files. The files are cut
 * from the picture's own file once it is available.
 */
export function bandsFrom(
  { address, box }: { address: string; box: Box },
  file: Promise<Staged<PictureFile>>,
  ends: readonly number[],
): { bands: PrintedBand[]; files: Files } {
  const edges = ends.map((end, index) => {
    const start = ends[index - 1] ?? 0
    return { start, end, foot: Math.min(end + overlap, box.height) }
  })
  const shares = edges.map(({ start, foot }) => ({
    from: start / box.height,
    to: foot / box.height,
  }))
  const cut = file.then(async ({ value, diagnostics }) => {
    const { cutAcross } = await import('../../images/cut-across.js')
    return { files: value ? await cutAcross(value, shares) : [], diagnostics }
  })
  const bands = edges.map(({ start, end, foot }) => ({
    address: `${address}-${start.toFixed(3)}-${end.toFixed(3)}`,
    height: end - start,
    whole: foot - start,
  }))
  const fileOf = async (index: number): Promise<Staged<PictureFile>> => {
    const { files, diagnostics } = await cut
    const value = files[index]
    return { ...(value && { value }), diagnostics: index === 0 ? diagnostics : [] }
  }
  return {
    bands,
    files: new Map(bands.map(({ address }, index) => [address, fileOf(index)])),
  }
}
