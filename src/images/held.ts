/** The most bytes that are held: some twenty photos as PNG. */
const most = 64_000_000

/** Bytes of pictures that were opened and will soon be coded, by digest. */
const held = new Map<string, Buffer>()

/**
 * Holds the bytes of a picture until they are taken, so that its file need not be read and digested again;
 * unless too many are held already.
 */
export function hold(digest: string, bytes: Buffer): void {
  let sum = bytes.length
  for (const other of held.values()) sum += other.length
  if (sum <= most) held.set(digest, bytes)
}

/** The bytes of a picture, which are then held no more; undefined if they are not held. */
export function taken(digest: string): Buffer | undefined {
  const bytes = held.get(digest)
  held.delete(digest)
  return bytes
}
