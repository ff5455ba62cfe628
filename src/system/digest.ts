import { createHash } from 'node:crypto'

/** Returns the SHA-256 of bytes or of a UTF-8 text, in hexadecimal. */
export const digestOf = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex')

/**
 * Returns the digest of plain data. It depends on key order: equal data with keys in the same order
 * has equal digests.
 */
export const digestOfData = (data: unknown): string => digestOf(JSON.stringify(data))
