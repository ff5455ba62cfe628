import { LRUCache } from 'lru-cache'

/**
 * Limits in bytes for the whole memory cache and for one entry: enough for the articles and
 * pictures of an issue, but not for its PDF.
 */
const MOST = 32 * 1024 * 1024
const LARGEST = 1024 * 1024

/**
 * Creates a memory cache of the store entries that this process used recently, so that `--watch`
 * reads each from disk once.
 */
export const recentEntries = (): LRUCache<string, Uint8Array> =>
  new LRUCache({
    maxSize: MOST,
    maxEntrySize: LARGEST,
    // The library does not allow a size of 0.
    sizeCalculation: ({ length }) => length + 1,
  })
