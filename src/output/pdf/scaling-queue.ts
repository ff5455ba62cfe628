import pLimit from 'p-limit'
import type { Picture } from '../../images/open.js'
import type { Box, PictureFile } from '../../model/picture.js'
import type { Staged } from '../../model/staged.js'

/**
 * Maximum number of pictures in memory at the same time. Node has four threads for this work; one
 * is left for reading.
 */
const scaledAtOnce = 3
/** Of pictures of more pixels than this, one is in memory at a time: together they would take a GB. */
const largePicture = 40_000_000

/** Scales pictures to boxes in mm, only so many at a time as memory holds. */
export function scalingQueue() {
  const scaling = pLimit(scaledAtOnce)
  const scalingLarge = pLimit(1)
  return (picture: Picture, box: Box, lossless: boolean): Promise<Staged<PictureFile>> => {
    const scale = () => picture.fileFor(box, lossless)
    const isLarge = !picture.isVector && picture.width * picture.height > largePicture
    return scaling(() => (isLarge ? scalingLarge(scale) : scale()))
  }
}
