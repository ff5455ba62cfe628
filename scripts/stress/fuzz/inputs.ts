import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { root } from '../root.js'
import { mutatedBytes, mutatedText } from './mutate.js'
import { type Random, randomFrom } from './random.js'

/** What is mutated: articles, settings and Word files of `fixtures/`. */
export interface Seeds {
  /** Articles that build by themselves: no picture, no seeded mistake. */
  sound: Buffer[]
  articles: Buffer[]
  settings: Buffer[]
  word: Buffer[]
}

/** A mutated input: an issue of a few articles, or a Word file. */
export type Input =
  | { kind: 'issue'; articles: Uint8Array[]; settings?: Uint8Array }
  | { kind: 'word'; bytes: Uint8Array }

/** Bytes of the longest text and Word file that are mutated. */
const largest = { text: 12_000, word: 60_000 }

export async function readSeeds(): Promise<Seeds> {
  const folder = join(root, 'fixtures')
  const names = (await readdir(folder, { recursive: true })).sort()
  const read = async (pattern: RegExp, most: number) => {
    const found: Buffer[] = []
    for (const name of names.filter((one) => pattern.test(one))) {
      const path = join(folder, name)
      const { size } = await stat(path)
      if (size > 0 && size <= most) found.push(await readFile(path))
    }
    return found
  }
  const whole = await read(
    /^(?:issue-54|back-issues|corpus|briefing-19|minimal)\b.*\.md$/,
    largest.text,
  )
  return {
    sound: whole.filter((one) => /^section:/m.test(String(one)) && !/!\[|<img/.test(String(one))),
    articles: await read(/\.md$/, largest.text),
    settings: await read(/bulletin\.yaml$/, largest.text),
    word: await read(/\.docx$/, largest.word),
  }
}

/** The input of a seed. Every sixth is a Word file, unless only issues are wanted. */
export function inputOf(seed: number, seeds: Seeds, { word = true } = {}): Input {
  const random = randomFrom(seed)
  if (word && seeds.word.length > 0 && random.below(6) === 0)
    return { kind: 'word', bytes: mutatedWord(random.pick(seeds.word), random) }
  const articles = Array.from({ length: 1 + random.below(3) }, () =>
    random.pick(random.below(5) > 0 ? seeds.sound : seeds.articles),
  )
  const settings = random.below(3) === 0 ? random.pick(seeds.settings) : undefined
  const victim = random.below(articles.length + (settings ? 1 : 0))
  return {
    kind: 'issue',
    articles: articles.map((one, index) => (index === victim ? mutatedFile(one, random) : one)),
    ...(settings && {
      settings: victim === articles.length ? mutatedFile(settings, random) : settings,
    }),
  }
}

const mutatedFile = (bytes: Buffer, random: Random): Uint8Array =>
  random.below(8) === 0
    ? mutatedBytes(bytes, random)
    : Buffer.from(mutatedText(bytes.toString('utf8'), random))

/** Mutates the package, or one of its XML parts as text. */
function mutatedWord(bytes: Buffer, random: Random): Uint8Array {
  if (random.below(4) === 0) return mutatedBytes(bytes, random)
  const parts = unzipSync(bytes)
  const names = Object.keys(parts).filter((name) => /\.(?:xml|rels)$/.test(name))
  const name = random.pick(names)
  const part = parts[name] ?? new Uint8Array()
  const changed =
    random.below(3) === 0
      ? mutatedBytes(part, random)
      : strToU8(withOtherElements(strFromU8(part), random))
  return zipSync({ ...parts, [name]: changed }, { level: 1 })
}

/** Moves, repeats, drops and wraps elements, so that most of the results are still well-formed. */
function withOtherElements(xml: string, random: Random): string {
  let changed = xml
  for (let count = 1 + random.below(4); count > 0; count -= 1) {
    const elements = [...changed.matchAll(/<([\w:]+)(?: [^<>]*)?(?:\/>|>[^<]*<\/\1>)/g)]
    if (elements.length === 0) return changed
    const { 0: one, index } = random.pick(elements)
    const other = random.pick(elements)[0]
    const attribute = one.replace(
      /"[^"]*"/,
      () => `"${random.pick(['', '-1', '0', '99999999999', 'x', '\u4e00'])}"`,
    )
    const instead = random.pick([
      '',
      other,
      one + other,
      one.repeat(1 + random.below(200)),
      attribute,
      `${'<w:sdt><w:sdtContent>'.repeat(60)}${one}${'</w:sdtContent></w:sdt>'.repeat(60)}`,
    ])
    changed = changed.slice(0, index) + instead + changed.slice(index + one.length)
  }
  return changed
}
