import { join } from 'node:path'
import { csp } from '../../../src/browser/policy.js'
import { articleOf } from '../../../src/engine/import/article.js'
import { lintPrepared } from '../../../src/engine/lint-prepared.js'
import { prepare } from '../../../src/engine/prepare.js'
import { verdictOn } from '../../../src/engine/preview/gate.js'
import { stopwatch } from '../../../src/engine/timings.js'
import type { World } from '../../../src/engine/world.js'
import { readDocx } from '../../../src/input/docx/read-docx.js'
import { understand } from '../../../src/input/manuscript/understand.js'
import { parseSettings } from '../../../src/input/parse-issue.js'
import { fixArticle } from '../../../src/lint/fix-article.js'
import { blocks, type Diagnostic } from '../../../src/model/diagnostic.js'
import type { IssueSources, SourceFile } from '../../../src/model/source.js'
import { decode } from '../../../src/system/decode.js'
import { typeset } from '../../../src/typeset/typeset.js'
import type { Input } from './inputs.js'
import { mutatedText } from './mutate.js'
import { randomFrom } from './random.js'

interface Trial {
  seed: number
  folder: string
  world: World
}

/** Reads, arranges, checks, mends and typesets an input; nothing is printed. */
export async function parseTrial(
  input: Input,
  { seed, folder, world }: Trial,
): Promise<{ ended: string; trouble?: string }> {
  const opened = gateTrouble(seed)
  if (opened !== undefined) return { ended: '预览', trouble: opened }
  if (input.kind === 'word') return await importTrial(input.bytes, folder)
  const sources = sourcesOf(input, folder)
  if (sources === undefined) return { ended: '不是文字' }
  const { value: settings = { where: {} } } = parseSettings(sources)
  for (const one of sources.articles) fixArticle(one, { settings, single: false, all: true })
  const prepared = await prepare(
    sources,
    { drafts: true, measureOnly: true },
    world,
    stopwatch(world),
  )
  const found = [...prepared.diagnostics, ...(await lintPrepared(prepared, { all: true }))]
  const misplaced = found.find((one) => !isPlaced(one, sources))
  if (misplaced) return { ended: '有话', trouble: `没有位置：${JSON.stringify(misplaced)}` }
  if (blocks(found) || !prepared.template) return { ended: '有错误' }
  const { issue, template, pictures, fonts } = prepared
  typeset(issue, template, pictures, csp, fonts.widths, { places: true })
  return { ended: '排好' }
}

/** The sources as reading them from the disk would give them; undefined when one is no text. */
function sourcesOf(input: Input & { kind: 'issue' }, folder: string): IssueSources | undefined {
  const source = (name: string, bytes: Uint8Array): SourceFile | undefined => {
    const { text } = decode(bytes)
    return text === undefined ? undefined : { path: name, absolute: join(folder, name), text }
  }
  const articles = input.articles.map((bytes, index) => source(`${index + 1}.md`, bytes))
  const settings = input.settings && source('bulletin.yaml', input.settings)
  const read = articles.filter((one) => one !== undefined)
  if (read.length < articles.length || (input.settings && !settings)) return undefined
  const shared = { name: 'issue', folder, single: false, roots: [folder], diagnostics: [] }
  return { ...shared, articles: read, ...(settings && { settings }) }
}

/** Whether a message says where: a file of the issue, and a line that it has. */
function isPlaced({ file, at, message, hint }: Diagnostic, sources: IssueSources): boolean {
  const files = [...sources.articles, ...(sources.settings ? [sources.settings] : [])]
  const source = files.find(({ path }) => path === file)
  const lines = source?.text.split(/\r\n|\n|\r/).length ?? 1
  const says = message !== '' && hint !== '' && !/undefined|NaN|\[object/.test(message)
  return says && file !== '' && at.line >= 1 && at.column >= 1 && at.line <= lines + 1
}

async function importTrial(
  bytes: Uint8Array,
  folder: string,
): Promise<{ ended: string; trouble?: string }> {
  const { document, trouble } = readDocx(bytes, { changes: 'accept' })
  if (trouble) return { ended: 'Word 有话' }
  const plan = understand(document)
  const wish = { section: '要闻', name: '稿', keepsHead: true, path: undefined }
  const read = { kind: 'word', document, plan, pasted: false } as const
  await articleOf(read, { ...wish, from: folder, to: folder })
  return { ended: 'Word 读好' }
}

/** The gate of the preview must let nobody in who has neither the cookie nor the token. */
function gateTrouble(seed: number): string | undefined {
  const random = randomFrom(seed)
  const gate = {
    hosts: new Set(['127.0.0.1:1']),
    base: '/base/',
    token: 'a'.repeat(32),
    cookie: { name: 'bulletin-1', value: 'b'.repeat(32) },
    key: 'c'.repeat(32),
  }
  const url = mutatedText('/base/edition-1.pdf?token=', random)
  const cookie = mutatedText('bulletin-1=', random)
  const headers = { host: '127.0.0.1:1', cookie, 'x-bulletin-key': mutatedText('c', random) }
  const { kind } = verdictOn(gate, { method: random.pick(['GET', 'POST']), url, headers })
  return kind === 'refused' ? undefined : `放进来了：${JSON.stringify({ url, headers })}`
}
