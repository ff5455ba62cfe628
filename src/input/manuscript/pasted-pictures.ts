import type { Paragraph } from '../docx/model.js'

/** A picture alone on its line; those on the web are not meant. */
const pictureLine =
  /^[ \t\u3000]*!\[([^\]]*)\]\((?!https?:|data:|qr:)([^()\s]+)(?:\s+"[^"]*")?\)[ \t]*$/iu

/** A picture that a pasted text shows. */
export interface PastedPicture {
  address: string
  caption: string
}

/** The picture of a line that has nothing else. */
export function pictureIn(line: string): PastedPicture | undefined {
  const [whole, caption = '', address = ''] = pictureLine.exec(line) ?? []
  return whole === undefined ? undefined : { address, caption }
}

/** The addresses of the pictures that a pasted text shows. */
export const pictureAddresses = (text: string): string[] =>
  text.split(/\r\n|\n|\r/).flatMap((line) => pictureIn(line)?.address ?? [])

/** A picture, and its caption under it: `id` is that of the picture, the next that of the caption. */
export function figureOf(
  { address, caption }: PastedPicture,
  { bytes, id, place }: { bytes: Uint8Array; id: number; place: string },
): Paragraph[] {
  const plain = { type: 'paragraph', place, align: 'center', ruled: false } as const
  const picture = { type: 'picture', part: address, bytes, turn: 0, inLine: false } as const
  const shown: Paragraph = { ...plain, id, style: '', inlines: [picture] }
  if (caption === '') return [shown]
  const inlines = [{ type: 'text', text: caption, face: {} } as const]
  return [shown, { ...plain, id: id + 1, style: 'caption', inlines }]
}
