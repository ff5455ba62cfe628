import { describe, expect, it } from 'vitest'
import { findBrowser, type Probes } from '../../src/browser/find.js'
import { Fault } from '../../src/model/fault.js'

const LOADER = '/lib64/ld-linux-x86-64.so.2'
const HOME = '/home/li'

interface Machine {
  platform?: NodeJS.Platform
  arch?: string
  env?: Record<string, string>
  explicit?: string
  /** Programs by their full paths. */
  programs?: string[]
  /** What a name on the PATH leads to. */
  onPath?: Record<string, string>
  folders?: Record<string, string[]>
  bundled?: string
}

function find(machine: Machine) {
  const { programs = [], onPath = {}, folders = {} } = machine
  const probes: Probes = {
    which: async (name) => (programs.includes(name) ? name : onPath[name]),
    list: async (folder) => folders[folder] ?? [],
    bundledPackage: () => machine.bundled,
  }
  const { platform = 'linux', arch = 'x64', env = {}, explicit } = machine
  return findBrowser({ explicit, env, home: HOME, platform, arch, probes })
}

const shells = (folder: string, ...versions: string[]) => ({
  [`${folder}/chrome-headless-shell`]: versions,
})
const shellIn = (folder: string, version: string, system: string) =>
  `${folder}/chrome-headless-shell/${version}/chrome-headless-shell-${system}/chrome-headless-shell`
const cache = `${HOME}/.cache/puppeteer`
const own = { programs: [LOADER], bundled: '/app/node_modules/@sparticuz/chromium' }
const chrome = { 'google-chrome': '/usr/bin/google-chrome' }
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const edgeSteps = String.raw`\Microsoft\Edge\Application\msedge.exe`

const found: [string, Machine, string][] = [
  [
    'takes what was named on the command line before everything else',
    { explicit: '/opt/b', programs: ['/opt/b'], env: { BULLETIN_BROWSER: '/opt/c' } },
    '/opt/b',
  ],
  [
    'accepts a bare name on the command line',
    { explicit: 'google-chrome', onPath: chrome },
    '/usr/bin/google-chrome',
  ],
  [
    'prefers our own variable to those of others',
    { env: { CHROME_PATH: '/a', BULLETIN_BROWSER: '/b' }, programs: ['/a', '/b'] },
    '/b',
  ],
  ['reads CHROME_PATH', { env: { CHROME_PATH: '/a' }, programs: ['/a'], onPath: chrome }, '/a'],
  [
    'takes an empty variable for one that is not set',
    { env: { CHROME_PATH: '' }, onPath: chrome },
    '/usr/bin/google-chrome',
  ],
  [
    'takes the newest downloaded shell, comparing versions as numbers',
    {
      folders: shells(cache, 'linux-99.0.1', 'linux-147.0.10', 'linux-147.0.9', 'mac-150.0.0'),
      programs: ['147.0.9', '147.0.10'].map((v) => shellIn(cache, `linux-${v}`, 'linux64')),
    },
    shellIn(cache, 'linux-147.0.10', 'linux64'),
  ],
  [
    'passes over a downloaded shell too old for page numbers',
    {
      folders: shells(cache, 'linux-119.0.6045.105'),
      programs: [shellIn(cache, 'linux-119.0.6045.105', 'linux64')],
      onPath: chrome,
    },
    '/usr/bin/google-chrome',
  ],
  [
    'looks for downloads where PUPPETEER_CACHE_DIR says',
    {
      env: { PUPPETEER_CACHE_DIR: '/c' },
      folders: shells('/c', 'mac_arm-140.0.1'),
      programs: [shellIn('/c', 'mac_arm-140.0.1', 'mac-arm64')],
      platform: 'darwin',
      arch: 'arm64',
    },
    shellIn('/c', 'mac_arm-140.0.1', 'mac-arm64'),
  ],
  [
    'prefers a shell on the PATH to our own',
    { ...own, onPath: { 'chromium-headless-shell': '/usr/bin/chromium-headless-shell' } },
    '/usr/bin/chromium-headless-shell',
  ],
  ['prefers our own to a full browser', { ...own, onPath: chrome }, own.bundled],
  [
    'leaves our own alone on arm64',
    { ...own, arch: 'arm64', onPath: chrome },
    '/usr/bin/google-chrome',
  ],
  [
    'leaves our own alone without glibc, as on Alpine',
    { bundled: own.bundled, onPath: { chromium: '/usr/bin/chromium' } },
    '/usr/bin/chromium',
  ],
  [
    'prefers Edge to the Chromium of snap, under whatever name that is found',
    {
      onPath: { chromium: '/snap/bin/chromium', 'microsoft-edge': '/usr/bin/microsoft-edge' },
      programs: ['/snap/bin/chromium'],
    },
    '/usr/bin/microsoft-edge',
  ],
  ['takes snap in the end', { programs: ['/snap/bin/chromium'] }, '/snap/bin/chromium'],
  [
    'never runs a browser that lies in the current folder',
    { onPath: { 'google-chrome': 'google-chrome', chromium: '/usr/bin/chromium' } },
    '/usr/bin/chromium',
  ],
  ['finds Chrome on macOS', { platform: 'darwin', programs: [macChrome] }, macChrome],
  [
    'finds the Chrome of one person on macOS',
    { platform: 'darwin', programs: [`${HOME}${macChrome}`] },
    `${HOME}${macChrome}`,
  ],
  [
    'finds Edge on Windows',
    {
      platform: 'win32',
      env: { 'ProgramFiles(x86)': String.raw`C:\Program Files (x86)` },
      programs: [String.raw`C:\Program Files (x86)${edgeSteps}`],
    },
    String.raw`C:\Program Files (x86)${edgeSteps}`,
  ],
]

describe('finding a browser', () => {
  it.each(found)('%s', async (_, machine, expected) => {
    const candidate = await find(machine)
    expect('path' in candidate ? candidate.path : 'package' in candidate && candidate.package).toBe(
      expected,
    )
  })

  it('takes a ws:// address for a browser elsewhere', async () => {
    expect(await find({ env: { BULLETIN_BROWSER: 'ws://farm:3000' } })).toEqual({
      kind: 'remote',
      url: 'ws://farm:3000',
    })
  })

  it.each([
    ['--browser', { explicit: '/no/such' }],
    ['--browser', { explicit: '' }],
    ['CHROME_PATH', { env: { CHROME_PATH: '/no/such' } }],
    ['BULLETIN_BROWSER', { env: { BULLETIN_BROWSER: '/no/such', CHROME_PATH: '/a' } }],
  ])('complains of a wrong %s instead of taking another', async (name, machine) => {
    const error = await find({ ...machine, programs: ['/a'], onPath: chrome }).catch((e) => e)
    expect(error).toBeInstanceOf(Fault)
    expect(error.kind).toBe('usage')
    expect(error.message).toContain(name)
  })

  it.each([
    ['linux', ['google-chrome', 'chrome-headless-shell', '@sparticuz/chromium', '/snap/bin']],
    ['darwin', ['Google Chrome', 'Microsoft Edge', 'Chromium']],
    ['win32', ['Google Chrome', 'Microsoft Edge']],
  ] as const)('names every place when there is none on %s', async (platform, names) => {
    const error = await find({ platform }).catch((e) => e)
    expect(error.kind).toBe('environment')
    for (const name of names) expect(error.message).toContain(name)
    expect(error.hint).toContain('--browser')
  })
})
