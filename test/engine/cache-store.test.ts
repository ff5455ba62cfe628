import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '../../src/engine/cache/store.js'
import { workspace } from '../kit/workspace.js'

const place = workspace('store')
const limit = 4_000_000

/** Opens a store as another process would. */
const storeIn = (name: string, force = false) =>
  openStore({ folder: join(place, name), limit, force })

async function keep(name: string, entries: Record<string, string | Buffer>): Promise<void> {
  const store = storeIn(name)
  for (const [key, value] of Object.entries(entries)) store.keep(key, () => Buffer.from(value))
  await store.settle()
}

const bytesIn = (folder: string) =>
  readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)

describe('what is kept', () => {
  it('is there for the next process, byte for byte', async () => {
    const bytes = Buffer.from([0, 255, 10, 13])
    await keep('next', { one: bytes, none: '' })
    const store = storeIn('next')
    expect(store.read('one')).toEqual(bytes)
    expect(store.read('none')).toEqual(Buffer.alloc(0))
    expect(store.read('another')).toBeUndefined()
  })

  it('is there for the same process before it is written, and asked for only once', async () => {
    const store = storeIn('same')
    store.keep('one', () => Buffer.from('text'))
    expect(store.read('one')?.toString()).toBe('text')
    expect(existsSync(join(place, 'same'))).toBe(false)
    await store.settle()
    expect(store.read('one')?.toString()).toBe('text')
  })

  it('cannot be changed by whoever read it', async () => {
    await keep('own', { one: 'text' })
    const store = storeIn('own')
    store.read('one')?.fill(0)
    expect(store.read('one')?.toString()).toBe('text')
  })

  it('is not read by a store that is forced, which keeps all the same', async () => {
    await keep('forced', { one: 'old' })
    const forced = storeIn('forced', true)
    expect(forced.read('one')).toBeUndefined()
    forced.keep('one', () => Buffer.from('new'))
    await forced.settle()
    expect(storeIn('forced').read('one')?.toString()).toBe('new')
  })
})

describe('a damaged entry', () => {
  const damages: [what: string, damage: (file: Buffer) => Buffer][] = [
    ['torn', (file) => file.subarray(0, file.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['edited at its end', (file) => Buffer.concat([file.subarray(0, -1), Buffer.from('?')])],
    ['edited at its head', (file) => Buffer.concat([Buffer.from('?'), file.subarray(1)])],
    ['too long', (file) => Buffer.concat([file, Buffer.from('\0')])],
  ]
  it.each(damages)('(%s) is absent, and can be kept again', async (name, damage) => {
    await keep(name, { one: 'some text of a few words' })
    const path = join(place, name, 'one')
    writeFileSync(path, damage(readFileSync(path)))
    expect(storeIn(name).read('one')).toBeUndefined()
    await keep(name, { one: 'some text' })
    expect(storeIn(name).read('one')?.toString()).toBe('some text')
  })
})

it('does without a folder that cannot be written', async () => {
  writeFileSync(join(place, 'file'), '')
  const store = storeIn('file')
  store.keep('one', () => Buffer.from('text'))
  await store.settle()
  await store.tidy()
  expect(storeIn('file').read('one')).toBeUndefined()
})

describe('the folder', () => {
  it('never holds more than its limit, however much is kept', async () => {
    const folder = join(place, 'bounded')
    for (let i = 0; i < 40; i++) {
      const store = storeIn('bounded')
      store.keep(`entry-${i}`, () => Buffer.alloc(300_000, i))
      await store.settle()
      await store.tidy()
      expect(bytesIn(folder)).toBeLessThanOrEqual(limit)
    }
    expect(storeIn('bounded').read('entry-39')).toEqual(Buffer.alloc(300_000, 39))
    expect(storeIn('bounded').read('entry-0')).toBeUndefined()
  })

  it('loses first what was not used for longest', async () => {
    const folder = join(place, 'used')
    for (let i = 0; i < 10; i++) {
      await keep('used', { [`entry-${i}`]: Buffer.alloc(300_000, i) })
      utimesSync(join(folder, `entry-${i}`), i, i)
    }
    const store = storeIn('used')
    store.read('entry-0')
    await store.settle()
    await keep('used', { more: Buffer.alloc(400_000), evenMore: Buffer.alloc(400_000) })
    await store.tidy()
    const left = readdirSync(folder)
    expect(left).toEqual(expect.arrayContaining(['entry-0', 'entry-9', 'more', 'evenMore']))
    expect(left).not.toContain('entry-1')
  })

  it('gets rid of what a killed process was writing', async () => {
    const folder = join(place, 'litter')
    await keep('litter', { one: Buffer.alloc(300_000) })
    for (const name of ['old.part', 'new.part']) writeFileSync(join(folder, name), '')
    utimesSync(join(folder, 'old.part'), 1, 1)
    await storeIn('litter').tidy()
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual(['new.part'])
  })

  it('serves many writers at once', async () => {
    const writers = Array.from({ length: 20 }, (_, i) =>
      keep('many', { shared: 'the same', [`own-${i}`]: `text ${i}` }),
    )
    await Promise.all(writers)
    const store = storeIn('many')
    expect(store.read('shared')?.toString()).toBe('the same')
    expect(writers.map((_, i) => store.read(`own-${i}`)?.toString())).toEqual(
      writers.map((_, i) => `text ${i}`),
    )
    expect(readdirSync(join(place, 'many')).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
