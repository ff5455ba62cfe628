import { inflateSync } from 'node:zlib'

/**
 * Unpacks zlib data, as the streams of a PDF are packed.
 *
 * @throws Error if the data is damaged.
 */
export const inflate = (bytes: Uint8Array): Uint8Array => inflateSync(bytes)
