/** Bytes kept in memory, and of one entry: enough for what an issue is made of, not for its PDF. */
const MOST = 32 * 1024 * 1024
const LARGEST = 1024 * 1024

/** Entries of a store that this process used lately, so that `--watch` asks the disk only once. */
export function recentEntries() {
  const entries = new Map<string, Uint8Array>()
  let held = 0
  const drop = (key: string) => {
    held -= entries.get(key)?.length ?? 0
    entries.delete(key)
  }
  return {
    get(key: string): Uint8Array | undefined {
      const found = entries.get(key)
      if (found) {
        // Last in the order of the map: the first is the one to go.
        entries.delete(key)
        entries.set(key, found)
      }
      return found
    },
    add(key: string, bytes: Uint8Array): void {
      drop(key)
      if (bytes.length > LARGEST) return
      entries.set(key, bytes)
      held += bytes.length
      for (const first of entries.keys()) {
        if (held <= MOST) return
        drop(first)
      }
    },
  }
}
