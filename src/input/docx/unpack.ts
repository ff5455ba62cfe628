import { unzipSync } from 'fflate'
import { damaged, Unreadable } from './unreadable.js'

/** What a package may hold: far more than any manuscript, far less than a machine. */
export const limits = {
  entries: 4096,
  /** Bytes of one part. */
  part: 96e6,
  /** Bytes of all parts that are read. */
  total: 384e6,
  /** How many times as long a part may be as in the package, beyond the first megabyte. */
  ratio: 400,
}

/**
 * The parts of a package by their names, without a leading slash. A part is never longer than the
 * directory says, whatever its data hold. Macros, fonts and other embedded files are left packed.
 *
 * @throws {Unreadable} when it is no package, or one that was made to be large.
 */
export function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  let entries = 0
  let total = 0
  const parts = unzip(bytes, ({ name, size, originalSize }) => {
    entries += 1
    if (entries > limits.entries) throw tooLarge
    if (!isRead(name)) return false
    total += originalSize
    if (originalSize > limits.part || total > limits.total) throw tooLarge
    if (originalSize > 1e6 && originalSize > size * limits.ratio) throw tooLarge
    return true
  })
  return new Map(Object.entries(parts).map(([name, data]) => [plain(name), data]))
}

function unzip(
  bytes: Uint8Array,
  filter: (file: { name: string; size: number; originalSize: number }) => boolean,
): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged(error)
  }
}

/** XML, relations and pictures; neither macros nor embedded programs and fonts. */
const isRead = (name: string): boolean =>
  /\.(?:xml|rels|png|jpe?g|jfif|gif|bmp|dib|tiff?|webp|svg|emf|wmf|emz|wmz|wdp)$/i.test(name)

const plain = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '')

const tooLarge = new Unreadable(
  '解开以后大得不正常，没有读',
  '用 Word 或 WPS 打开看看是什么；是稿件就另存为 .docx，再导入。',
)
