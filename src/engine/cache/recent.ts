import { LRUCache } from 'lru-cache'

/** Bytes kept in memory, and of one entry: enough for the parts of an issue, not for its PDF. */
const MOST = 32 * 1024 * 1024
const LARGEST = 1024 * 1024

/** Entries of a store that this process used lately, so that `--watch` reads each from disk once. */
export const recentEntries = (): LRUCache<string, Uint8Array> =>
  new LRUCache({
    maxSize: MOST,
    maxEntrySize: LARGEST,
    // A size of 0 is not allowed.
    sizeCalculation: ({ length }) => length + 1,
  })
