import { createHash } from 'node:crypto'

/** The SHA-256 of some bytes or of a text, in hexadecimal. */
export const digestOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex')

/** The digest of plain data; equal data has equal digests when its keys were given in the same order. */
export const digestOfData = (data: unknown): string => digestOf(JSON.stringify(data))
