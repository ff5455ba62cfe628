import { spawnSync } from 'node:child_process'
import { inflateSync } from 'node:zlib'

/** The content streams of a PDF, with one character per byte. */
export function contentStreams(bytes: Buffer): string[] {
  const text = bytes.toString('latin1')
  const found: string[] = []
  for (const match of text.matchAll(/ 0 obj\n(<<[^\n]*(?:\n[^\n]*?)*?>>) stream\n/g)) {
    const { 1: dictionary = '', index } = match
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1])
    const isContent = !/\/Subtype \/(?:Image|XML)|\/Length1|\/N \d/.test(dictionary)
    if (!isContent || !dictionary.includes('/FlateDecode')) continue
    const start = index + match[0].length
    const content = inflateSync(bytes.subarray(start, start + length)).toString('latin1')
    if (!content.includes('begincmap')) found.push(content)
  }
  return found
}

/** A box of every page that has it, in mm: left, bottom, right, top. */
export const boxes = (bytes: Buffer, name: string): number[][] =>
  [...bytes.toString('latin1').matchAll(new RegExp(`/${name} \\[([^\\]]+)\\]`, 'g'))].map(
    ({ 1: numbers = '' }) =>
      numbers.split(' ').map((value) => Math.round(((Number(value) * 25.4) / 72) * 10) / 10),
  )

/** Whether a program is on this machine. */
export const has = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined
