import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { imported } from '../../kit/imported.js'
import { root } from '../../kit/workspace.js'

const folder = join(root, 'fixtures/word')
const files = globSync('**/*.docx', { cwd: folder }).sort()

/** An article with everything that is said of it, as it is to be read beside the Word file. */
function account(bytes: Uint8Array): string {
  const { text, said, changes, comments, letters, redHead } = imported(bytes)
  const notes = said.map(({ kind, place, at, reason, text: gone = '', instead = '' }) =>
    [kind, place, `line ${at.line}`, reason, gone, instead].filter(Boolean).join(' | '),
  )
  const tracked = changes.map(({ what, kept, author, text: words, place }) =>
    [`${kept ? 'kept' : 'left'} ${what}`, place, author, words].join(' | '),
  )
  const asked = comments.map((one) =>
    ['comment', one.place, one.author, one.on, one.text].join(' | '),
  )
  const head = redHead ? [`masthead | ${JSON.stringify(redHead)}`] : []
  const { read, added, written, left } = letters
  const count = `letters | ${read} read + ${added} added = ${written} written + ${left} left`
  return [text, ...head, ...notes, ...tracked, ...asked, count, ''].join('\n')
}

describe('a Word file as an article, with what the report says of it', () => {
  it('is there in at least 25 shapes', () => {
    expect(files.length).toBeGreaterThanOrEqual(25)
  })

  it.each(files)('%s', async (path) => {
    const bytes = new Uint8Array(readFileSync(join(folder, path)))
    const name = basename(path, '.docx').replaceAll(' ', '-')
    await expect(account(bytes)).toMatchFileSnapshot(join(root, `test/data/word/${name}.txt`))
  })

  it.each(files)('loses no letter but those that it names (%s)', (path) => {
    for (const changes of ['accept', 'reject'] as const) {
      const bytes = new Uint8Array(readFileSync(join(folder, path)))
      const { letters } = imported(bytes, { changes })
      expect(letters).toMatchObject({ missing: '', extra: '' })
    }
  })

  it.each(files)('says on which line of the article something is (%s)', (path) => {
    const { text, said, changes } = imported(new Uint8Array(readFileSync(join(folder, path))))
    const lines = text.split('\n')
    for (const { at, about, reason } of said.filter((note) => note.about === 'heading')) {
      expect(about).toBe('heading')
      expect(lines[at.line - 1]).toContain(/“(.*?)”/.exec(reason)?.[1])
    }
    for (const { at, kept, text: words, place } of changes) {
      if (kept && !place.startsWith('表')) expect(lines[at.line - 1]).toContain(words)
    }
  })
})
