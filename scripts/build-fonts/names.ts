import { type Tables, tableOf, words } from './sfnt.js'

/** The names of a face. `local()` in a style sheet finds a face by its full name. */
export interface FaceName {
  family: string
  bold?: true
}

/** `Bulletin Fangsong Bold`. */
export const fullNameOf = ({ family, bold }: FaceName) => (bold ? `${family} Bold` : family)

/** `BulletinFangsong-Bold`. */
export const postScriptNameOf = ({ family, bold }: FaceName) =>
  family.replaceAll(' ', '') + (bold ? '-Bold' : '')

/** Notices that the licence requires to be kept (name ids: copyright, licence, licence URL). */
const KEPT_IDS = [0, 13, 14]

/**
 * Renames a face, as the OFL requires of a modified font, and sets the matching weight. In a font
 * menu each face is Regular, or the Bold of its family.
 */
export function rename(tables: Tables, name: FaceName, version: string): void {
  const old = namesOf(tableOf(tables, 'name'))
  const records = new Map<number, string>([
    ...KEPT_IDS.flatMap((id): [number, string][] => {
      const text = old.get(id)
      return text === undefined ? [] : [[id, text]]
    }),
    [1, name.family],
    [2, name.bold ? 'Bold' : 'Regular'],
    [3, `${postScriptNameOf(name)} ${version}`],
    [4, fullNameOf(name)],
    [5, `Version 1.000; ${version}`],
    [6, postScriptNameOf(name)],
  ])
  tables.set('name', nameTable(records))
  const os2 = tableOf(tables, 'OS/2')
  os2.writeUInt16BE(name.bold ? 700 : 400, 4)
  os2.writeUInt16BE((os2.readUInt16BE(62) & ~0x61) | (name.bold ? 0x20 : 0x40), 62)
  tableOf(tables, 'head').writeUInt16BE(name.bold ? 1 : 0, 44)
}

function nameTable(records: Map<number, string>): Buffer {
  const rows: Buffer[] = []
  const texts: Buffer[] = []
  let offset = 0
  for (const [id, text] of [...records].sort(([a], [b]) => a - b)) {
    const bytes = Buffer.from(text, 'utf16le').swap16()
    rows.push(words(3, 1, 0x409, id, bytes.length, offset))
    texts.push(bytes)
    offset += bytes.length
  }
  return Buffer.concat([words(0, rows.length, 6 + rows.length * 12), ...rows, ...texts])
}

function namesOf(table: Buffer): Map<number, string> {
  const names = new Map<number, string>()
  const texts = table.readUInt16BE(4)
  for (let row = 6; row < 6 + table.readUInt16BE(2) * 12; row += 12) {
    if (table.readUInt16BE(row) !== 3) continue
    const start = texts + table.readUInt16BE(row + 10)
    const bytes = Buffer.from(table.subarray(start, start + table.readUInt16BE(row + 8)))
    names.set(table.readUInt16BE(row + 6), bytes.swap16().toString('utf16le'))
  }
  return names
}
