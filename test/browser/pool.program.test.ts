import type { Page } from 'puppeteer'
import { describe, expect, it } from 'vitest'
import type { BlankPage } from '../../src/browser/blank-page.js'
import type { OpenBrowser } from '../../src/browser/index.js'
import { browserPool, type Lease } from '../../src/browser/pool.js'
import { BrowserLost, Fault } from '../../src/model/fault.js'

/** A pool of made-up browsers that writes down what becomes of them. */
function poolOf(size: number, { maxUses = 100, persistent = false, fails = [] as number[] } = {}) {
  const opened: string[] = []
  const closed: string[] = []
  const lost: string[] = []
  let tries = 0
  let blanks = 0
  const blank = (name: string): BlankPage => ({
    page: Promise.resolve({ name } as unknown as Page),
    resources: new Map(),
    emptied: () => blank(`${name}, emptied`),
    close: async () => void closed.push(`page ${name}`),
  })
  const pool = browserPool({
    size,
    maxUses,
    persistent,
    async open(wish) {
      tries += 1
      if (fails.includes(tries)) throw new Fault('environment', '打不开。', '装一个。')
      const name = `${wish?.FONTS ?? ''}${opened.length + 1}`
      opened.push(name)
      return {
        name,
        isLost: () => lost.includes(name),
        async close() {
          if (!closed.includes(name)) closed.push(name)
        },
      } as OpenBrowser
    },
    async openBlank() {
      return blank(`${++blanks}`)
    },
  })
  return { pool, opened, closed, lost, tries: () => tries }
}

/** A work that lasts until it is let go. */
function work() {
  let finish = () => {}
  let begun = (_: string) => {}
  const browser = new Promise<string>((resolve) => {
    begun = resolve
  })
  const run = ({ open }: { open: OpenBrowser }) =>
    new Promise<string>((resolve) => {
      begun(open.name)
      finish = () => resolve(open.name)
    })
  return { run, browser, finish: () => finish() }
}

const died = () => new BrowserLost('浏览器中途退出了，没有排完。', '再试一次。')

describe('a pool of browsers', () => {
  it('ends the idle ones when it rests, and starts another for work that comes all the same', async () => {
    const { pool, closed } = poolOf(2)
    const busy = work()
    const running = pool.use(undefined, busy.run)
    await busy.browser
    await pool.use(undefined, async () => {})
    await pool.closeIdle()
    expect(closed).toEqual(['2'])
    busy.finish()
    expect(await running).toBe('1')
    await pool.closeIdle()
    expect(closed).toEqual(['2', '1'])
    expect(await pool.use(undefined, async ({ open }) => open.name)).toBe('3')
  })

  it('starts the next only when all are busy, and no more than its size', async () => {
    const { pool, opened } = poolOf(2)
    await pool.use(undefined, async () => {})
    await pool.use(undefined, async () => {})
    expect(opened).toEqual(['1'])
    const works = [work(), work(), work()]
    const done = works.map(({ run }) => pool.use(undefined, run))
    expect(await Promise.all(works.slice(0, 2).map(({ browser }) => browser))).toEqual(['1', '2'])
    works[1]?.finish()
    expect(await works[2]?.browser).toBe('2')
    for (const { finish } of works) finish()
    expect(await Promise.all(done)).toEqual(['1', '2', '2'])
    await pool.close()
  })

  it('replaces a browser after so many works', async () => {
    const { pool, opened, closed } = poolOf(1, { maxUses: 2 })
    for (let i = 0; i < 5; i++) await pool.use(undefined, async () => {})
    expect(opened).toEqual(['1', '2', '3'])
    expect(closed).toEqual(['1', '2'])
    await pool.close()
    expect(closed).toEqual(opened)
  })

  it('gives the place of an idle browser to one that sees other fonts', async () => {
    const { pool, closed } = poolOf(1)
    const on = (fonts: string) => pool.use({ FONTS: fonts }, async ({ open }) => open.name)
    expect([await on('a'), await on('a'), await on('b')]).toEqual(['a1', 'a1', 'b2'])
    expect(closed).toEqual(['a1'])
    await pool.close()
  })

  it('does the work of a browser that died once more, and leaves the others alone', async () => {
    const { pool, closed } = poolOf(2)
    const other = work()
    const second = pool.use(undefined, other.run)
    expect(await other.browser).toBe('1')
    const met: string[] = []
    await pool.use(undefined, async ({ open }) => {
      met.push(open.name)
      if (met.length === 1) throw died()
    })
    expect(met).toEqual(['2', '3'])
    expect(closed).toEqual(['2'])
    other.finish()
    expect(await second).toBe('1')
    await pool.close()
  })

  it('starts another when one dies as it starts, where one has started before', async () => {
    const { pool, opened, tries } = poolOf(2, { fails: [2] })
    const first = work()
    const busy = pool.use(undefined, first.run)
    await first.browser
    expect(await pool.use(undefined, async ({ open }) => open.name)).toBe('2')
    expect([opened, tries()]).toEqual([['1', '2'], 3])
    first.finish()
    await busy
    await pool.close()
  })

  it('tries no third time', async () => {
    const { pool, opened } = poolOf(1)
    const dies = pool.use(undefined, async () => {
      throw died()
    })
    await expect(dies).rejects.toThrow('中途退出')
    expect(opened).toEqual(['1', '2'])
    await pool.close()
  })

  it('says what the first died of when no second starts', async () => {
    const { pool } = poolOf(1, { fails: [2] })
    const dies = pool.use(undefined, async () => {
      throw died()
    })
    await expect(dies).rejects.toThrow('中途退出')
    expect(await pool.use(undefined, async ({ open }) => open.name)).toBe('2')
    await pool.close()
  })

  it('does not repeat what failed for another reason', async () => {
    const { pool, opened, closed } = poolOf(1)
    const fails = pool.use(undefined, async () => {
      throw new Error('ours')
    })
    await expect(fails).rejects.toThrow('ours')
    expect([opened, closed]).toEqual([['1'], ['page 1']])
    await pool.close()
  })

  it('asks only once for a browser where none starts', async () => {
    const { pool, tries } = poolOf(2, { fails: [1] })
    await pool.warmUp(undefined)
    for (let i = 0; i < 3; i++) {
      await expect(pool.use(undefined, async () => {})).rejects.toThrow('打不开')
    }
    expect(tries()).toBe(1)
    await pool.close()
  })

  it('asks again where one may start later', async () => {
    const { pool, tries } = poolOf(1, { fails: [1], persistent: true })
    await pool.warmUp(undefined)
    expect(await pool.use(undefined, async ({ open }) => open.name)).toBe('1')
    expect(tries()).toBe(2)
    await pool.close()
  })

  it('does not lend a browser that died in its idle time', async () => {
    const { pool, closed, lost } = poolOf(1)
    await pool.use(undefined, async () => {})
    lost.push('1')
    expect(await pool.use(undefined, async ({ open }) => open.name)).toBe('2')
    expect(closed).toEqual(['1'])
    await pool.close()
  })

  const pageOf = async ({ blank }: Lease) => (await blank.page) as unknown as { name: string }

  it('hands one page to work after work, emptied in between', async () => {
    const { pool } = poolOf(1)
    await pool.warmUp(undefined)
    const name = async () => (await pool.use(undefined, pageOf)).name
    expect([await name(), await name(), await name()]).toEqual([
      '1',
      '1, emptied',
      '1, emptied, emptied',
    ])
    await pool.close()
  })

  it('closes the page of a work that failed, and opens another', async () => {
    const { pool, closed } = poolOf(1)
    const fails = pool.use(undefined, async () => {
      throw new Error('ours')
    })
    await expect(fails).rejects.toThrow('ours')
    expect(closed).toEqual(['page 1'])
    expect((await pool.use(undefined, pageOf)).name).toBe('2')
    await pool.close()
  })
})
