import type { Picture } from '../../images/open.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Box, PictureRequest } from '../../model/picture.js'

/** A picture where it stands, with its size on the page in mm. */
export interface Found {
  wish: PictureRequest
  value?: { address: string; box: Box; picture: Picture; bandEnds?: number[] }
  diagnostics: Diagnostic[]
}
