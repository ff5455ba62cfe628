import { digestOf } from '../../system/digest.js'

/**
 * The most characters taken from the address, so that the whole name stays well below 255 bytes.
 */
const longest = 40

/**
 * Returns the file name of a fetched picture without extension: the last segment of its address,
 * reduced to letters, digits, `-` and `_`, and eight hexadecimal digits of the digest of the whole
 * address. The same address always gives the same name, so an interrupted run can be continued.
 * Different addresses get different names, and no name is a reserved Windows device name (`con`,
 * `nul`).
 */
export function fileStem(url: URL): string {
  const last = url.pathname.split('/').findLast((part) => part !== '') ?? ''
  const words = decoded(last)
    .normalize('NFC')
    .replace(/\.[a-z\d]{1,5}$/i, '')
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
  const name = [...words]
    .slice(0, longest)
    .join('')
    .replace(/^[-_]+|-+$/g, '')
  return `${name || 'picture'}-${digestOf(url.href).slice(0, 8)}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
