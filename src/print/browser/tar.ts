/** A plain file of an archive. `name` is its last step only, so nothing can land outside its folder. */
export interface TarFile {
  name: string
  data: Buffer
}

const BLOCK = 512
const REGULAR = new Set(['0', '\0'])

/**
 * The plain files of a tar archive held in memory: enough for the few megabytes of libraries that
 * come with the browser, whose names are short. (The `tar-fs` of that package is not ours to import.)
 */
export function* filesOfTar(archive: Buffer): Generator<TarFile> {
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const field = (from: number, length: number) =>
      archive.toString('latin1', at + from, at + from + length).replace(/\0[\s\S]*$/, '')
    const name = field(0, 100)
    if (name === '') return
    const size = Number.parseInt(field(124, 12).trim(), 8)
    if (!Number.isSafeInteger(size)) throw new Error(`not a tar archive at byte ${at}`)
    const type = archive.toString('latin1', at + 156, at + 157)
    const start = at + BLOCK
    if (start + size > archive.length) throw new Error('tar archive ends too early')
    const last = name.split('/').at(-1) ?? ''
    if (REGULAR.has(type) && last !== '' && last !== '..') {
      yield { name: last, data: archive.subarray(start, start + size) }
    }
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
}
