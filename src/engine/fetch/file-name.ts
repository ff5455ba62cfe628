import { digestOf } from '../../system/digest.js'

/** Characters of a name that are kept of an address; together with the rest it stays far below 255 bytes. */
const longest = 40

/**
 * The name of the file that a picture is kept in, without its ending: the last part of its address,
 * of letters, digits, `-` and `_` alone, and eight digits that stand for the whole address. The same
 * address gives the same name, so that a run that was broken off goes on where it was; two addresses
 * never share one, and none is a name that Windows keeps for a device (`con`, `nul`).
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
