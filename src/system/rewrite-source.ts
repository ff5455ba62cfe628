import { readFile } from 'node:fs/promises'
import { Fault } from '../model/fault.js'
import { writeWhole } from './write-whole.js'

/**
 * @throws {Fault} `usage` when the file no longer matches the text because it was saved meanwhile;
 *   `environment` when it cannot be written.
 */
export async function rewriteSource(
  { absolute, path, text: before }: { absolute: string; path: string; text: string },
  after: string,
): Promise<void> {
  const bytes = await readFile(absolute)
  const encode = encoders.find((one) => one(before).equals(bytes))
  if (!encode) {
    throw new Fault(
      'usage',
      `“${path}”刚刚又存过一次，没有改。`,
      '不要在别的程序里同时改，再运行一次。',
    )
  }
  await writeWhole(absolute, encode(after))
}

const withBom = (bytes: Buffer, ...bom: number[]) => Buffer.concat([Buffer.from(bom), bytes])

const encoders: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text, 'utf8'),
  (text) => withBom(Buffer.from(text, 'utf8'), 0xef, 0xbb, 0xbf),
  (text) => withBom(Buffer.from(text, 'utf16le'), 0xff, 0xfe),
  (text) => withBom(Buffer.from(text, 'utf16le').swap16(), 0xfe, 0xff),
]
