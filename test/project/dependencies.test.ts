import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../kit/workspace.js'

interface Locked {
  dev?: boolean
  license?: string
  resolved?: string
}

const lock: { packages: Record<string, Locked> } = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
)
const locked = Object.entries(lock.packages).filter(([path]) => path !== '')
const installed = locked.filter(([, { dev }]) => !dev)

/** Licences that ask no more than their notice, and that of libvips, a library on its own. */
const accepted = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT AND Apache-2.0',
  '(MIT AND Zlib)',
  'Python-2.0',
]

describe('the packages that a user installs', () => {
  it('have licences that an MIT program may carry', () => {
    const others = installed
      .filter(([path, { license = '' }]) => !accepted.includes(license) && !path.includes('/@img/'))
      .map(([path, { license }]) => `${path}: ${license}`)
    expect(others).toEqual([])
  })

  it('and the bundled ones too, each with its text in dist/licences.txt', () => {
    const text = readFileSync(join(root, 'dist/licences.txt'), 'utf8')
    const bundled = [...text.matchAll(/^(@?[a-z][^ ]*) [0-9.]+ \((.*)\)$/gm)]
    expect(bundled.map(([, name]) => name)).toEqual(expect.arrayContaining(['yaml', 'unified']))
    const others = bundled.filter(([, , licence = '']) => !accepted.includes(licence))
    expect(others.map(([line]) => line)).toEqual([])
  })

  it('are few: what is bundled is not installed again', () => {
    const own = ['fontkit', 'sharp', 'subset-font', 'temml', '@sparticuz/chromium']
    const bundled = readFileSync(join(root, 'dist/licences.txt'), 'utf8')
    expect(own.filter((name) => bundled.includes(`\n${name} `))).toEqual([])
    const { packages } = lock
    expect(own.filter((name) => packages[`node_modules/${name}`]?.dev !== undefined)).toEqual([])
    expect(packages['node_modules/puppeteer']?.dev).toBe(true)
  })

  it('are locked without an address, so that they come from whatever registry npm is told', () => {
    const addressed = locked.filter(([, { resolved }]) => resolved !== undefined)
    expect(addressed.map(([path]) => path)).toEqual([])
  })
})
