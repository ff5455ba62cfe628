import { open } from 'node:fs/promises'

/**
 * Returns the first bytes of a file, at most `most`, as a latin1 string (one character per byte).
 */
export async function startOf(path: string, most = 2048): Promise<string> {
  const handle = await open(path)
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(most), 0, most, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await handle.close()
  }
}
