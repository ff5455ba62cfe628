import type { Picture } from '../../images/open.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Box, PictureRequest } from '../../model/picture.js'

/**
 * A picture at one place in the issue. `box` is its printed size in mm; `bandEnds` are mm from its
 * top. `value` is missing when the picture could not be read.
 */
export interface FoundPicture {
  request: PictureRequest
  value?: { address: string; box: Box; picture: Picture; bandEnds?: number[] }
  diagnostics: Diagnostic[]
}
