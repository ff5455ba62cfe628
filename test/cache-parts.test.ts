import { readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keptParts } from '../src/cache/parts.js'
import { keptPictures } from '../src/cache/pictures.js'
import { openStore } from '../src/cache/store.js'
import { digestOf } from '../src/digest.js'
import { build } from '../src/pipeline.js'
import { openPicture } from '../src/read/scale.js'
import { realWorld } from '../src/real-world.js'
import type { World } from '../src/world.js'
import { photo } from './kit/pictures.js'
import { root, workspace } from './kit/workspace.js'

const folder = workspace('parts')
const store = () => openStore({ folder: join(folder, 'store'), limit: 10_000_000 })

describe('what is made of a part', () => {
  it('is made once for the same program and source', async () => {
    let made = 0
    const first = store()
    const make = () => ({ made: ++made })
    const once = keptParts(first, 'this build')
    expect(once(['article', 'text'], make)).toEqual({ made: 1 })
    expect(once(['article', 'text'], make)).toEqual({ made: 1 })
    await first.settle()
    expect(keptParts(store(), 'this build')(['article', 'text'], make)).toEqual({ made: 1 })
    expect(keptParts(store(), 'this build')(['article', 'other'], make)).toEqual({ made: 2 })
    expect(keptParts(store(), 'that build')(['article', 'text'], make)).toEqual({ made: 3 })
  })
})

describe('the articles of an issue', () => {
  const target = join(root, 'fixtures')
  const issues = [...readdirSync(target), 'back-issues/issue-33'].filter((name) => {
    const path = join(target, name)
    return (
      statSync(path, { throwIfNoEntry: false })?.isDirectory() &&
      readdirSync(path).some((file) => file.endsWith('.md') && file !== 'README.md')
    )
  })

  it.each(issues)('%s: parsed, they are plain data that no later step changes', async (name) => {
    let parts = 0
    const once: World['once'] = (_, make) => {
      const made = make()
      expect(JSON.parse(JSON.stringify(made))).toStrictEqual(made)
      parts++
      return frozen(made)
    }
    await expect(buildUntilPrint(join(target, name), once)).rejects.toThrow('ready to print')
    expect(parts).toBeGreaterThan(0)
  })
})

/** Runs everything that comes before the print. */
async function buildUntilPrint(target: string, once: World['once']) {
  const { env, platform } = process
  const world = await realWorld({ cwd: root, env, platform, home: homedir() })
  const print = async () => {
    throw new Error('ready to print')
  }
  const request = { target, output: join(folder, 'x.pdf'), drafts: true, strict: false }
  return build(request, { ...world, once, print })
}

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

describe('a picture', () => {
  const box = { width: 40, height: 30 }
  const options = { dpi: 100, quality: 80 }

  it.each([
    ['scaled down', 900],
    ['as it is', 120],
  ])('%s is not opened a second time', async (_, width) => {
    const bytes = await photo({ width, height: width })
    const first = store()
    const one = await keptPictures(first, () => 'sharp 1', openPicture)(bytes, digestOf(bytes))
    const file = await one.coded(box, options)
    await first.settle()
    const other = await keptPictures(store(), () => 'sharp 1', never)(bytes, digestOf(bytes))
    expect([other.width, other.height]).toEqual([width, width])
    const again = await other.coded(box, options)
    expect(again.type).toBe(file.type)
    expect(Buffer.compare(again.body, file.body)).toBe(0)
  })

  it('is scaled again to another box, resolution or quality, or by another program', async () => {
    const bytes = await photo({ width: 700, height: 700 })
    const first = store()
    const one = await keptPictures(first, () => 'sharp 1', openPicture)(bytes, digestOf(bytes))
    await one.coded(box, options)
    await first.settle()
    const known = await keptPictures(store(), () => 'sharp 1', never)(bytes, digestOf(bytes))
    await expect(known.coded({ ...box, width: 41 }, options)).rejects.toThrow('opened')
    await expect(known.coded(box, { ...options, dpi: 101 })).rejects.toThrow('opened')
    await expect(known.coded(box, { ...options, quality: 81 })).rejects.toThrow('opened')
    const others = keptPictures(store(), () => 'sharp 2', never)
    await expect(others(bytes, digestOf(bytes))).rejects.toThrow('opened')
  })
})

const never = async () => {
  throw new Error('opened')
}
