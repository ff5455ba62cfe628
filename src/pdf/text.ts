/** Formats a PDF text string in UTF-16BE as hexadecimal digits, which need no escapes. */
export const textString = (text: string): string =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/**
 * Decodes a PDF string (`(…)` or `<…>`): UTF-16BE if it begins with a byte order mark, else
 * Latin-1.
 */
export function textFrom(source: string): string {
  const bytes = stringBytes(source)
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  const units = bytes.subarray(2, bytes.length - (bytes.length % 2))
  return units.swap16().toString('utf16le')
}

/** Returns the bytes of a PDF string (`(…)` or `<…>`). */
export const stringBytes = (source: string): Buffer =>
  source.startsWith('<')
    ? Buffer.from(source.replaceAll(/[<>\s]/g, ''), 'hex')
    : Buffer.from(literal(source), 'latin1')

const literal = (source: string) =>
  source
    .slice(1, -1)
    .replaceAll(/\\([0-7]{1,3}|\r\n|[\s\S])/g, (_, after: string) =>
      /^[0-7]/.test(after)
        ? String.fromCharCode(Number.parseInt(after, 8) % 256)
        : (escapes[after] ?? after.replace(/[\r\n]+/, '')),
    )

/** Decodes a PDF name such as `/#E4a`, without its slash, byte by byte. */
export const nameFrom = (source: string): string =>
  source
    .replace(/^\//, '')
    .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, pair: string) =>
      String.fromCharCode(Number.parseInt(pair, 16)),
    )

const CHINA = 8 * 60 * 60 * 1000

/** Local time in China, independent of the machine's time zone: `2026-11-22T09:00:00`. */
const chinaTime = (moment: Date) => new Date(moment.getTime() + CHINA).toISOString().slice(0, 19)

/** Formats a date (ISO 32000-1, 7.9.4): `(D:20261122090000+08'00')`. */
export const dateString = (moment: Date): string =>
  `(D:${chinaTime(moment).replaceAll(/[-T:]/g, '')}+08'00')`

/** Formats a date for XMP. */
export const xmpDate = (moment: Date): string => `${chinaTime(moment)}+08:00`
