import path from 'node:path'

/** What a place may depend on: all of it given, so that any machine can be tried on any other. */
export interface BrowserHost {
  env: NodeJS.ProcessEnv
  /** The person's home folder, absolute. */
  home: string
  platform: NodeJS.Platform
  arch: string
}

/** One place where a browser may be. `label` is what a person reads when nothing was found. */
export type BrowserPlace = { label: string } & (
  | { by: 'name'; names: readonly string[] }
  | { by: 'file'; files: (around: BrowserHost) => readonly string[] }
  | { by: 'puppeteer' }
  | { by: 'package' }
)

const DEBIAN_SHELL = '/usr/lib/chromium/chromium-headless-shell'
const SNAP = '/snap/bin/chromium'

const downloadedShell: BrowserPlace = {
  by: 'puppeteer',
  label: 'puppeteer 下载过的 chrome-headless-shell',
}

const onPath = (...names: string[]): BrowserPlace => ({
  by: 'name',
  names,
  label: `PATH 里的 ${names.join('、')}`,
})

const files = (...paths: string[]): BrowserPlace => ({
  by: 'file',
  files: () => paths,
  label: paths.join('、'),
})

const macApp = (app: string): BrowserPlace => ({
  by: 'file',
  files: ({ home }) =>
    ['/Applications', `${home}/Applications`].map(
      (folder) => `${folder}/${app}.app/Contents/MacOS/${app}`,
    ),
  label: `“应用程序”里的 ${app}`,
})

const PROGRAM_FOLDERS = ['PROGRAMFILES', 'ProgramW6432', 'ProgramFiles(x86)', 'LOCALAPPDATA']

const windowsApp = (label: string, ...steps: string[]): BrowserPlace => ({
  by: 'file',
  files: ({ env }) =>
    PROGRAM_FOLDERS.flatMap((name) => {
      const folder = env[name]
      return folder ? [path.win32.join(folder, ...steps)] : []
    }),
  label: `Program Files 里的 ${label}`,
})

const linux: readonly BrowserPlace[] = [
  downloadedShell,
  files(DEBIAN_SHELL),
  onPath('chrome-headless-shell', 'chromium-headless-shell'),
  { by: 'package', label: '随程序安装的浏览器（@sparticuz/chromium）' },
  onPath('google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'),
  onPath('microsoft-edge-stable', 'microsoft-edge'),
  files('/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'),
  files(SNAP),
]

const darwin: readonly BrowserPlace[] = [
  downloadedShell,
  onPath('chrome-headless-shell'),
  macApp('Google Chrome'),
  macApp('Microsoft Edge'),
  macApp('Chromium'),
]

/** No look-up by name: on Windows that would begin in the current folder, which may be a stranger's. */
const win32: readonly BrowserPlace[] = [
  downloadedShell,
  windowsApp('Google Chrome', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  windowsApp('Microsoft Edge', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
]

const places: Partial<Record<NodeJS.Platform, readonly BrowserPlace[]>> = { linux, darwin, win32 }

/**
 * Where to look on this system, best first: a headless shell prints three times faster than a full
 * browser (same layout), and our own is a shell too.
 */
export const placesOn = (platform: NodeJS.Platform): readonly BrowserPlace[] =>
  places[platform] ?? linux

/** Snap's browser can not see hidden or temporary folders, so it is the last resort under any name. */
export const isSnap = (file: string): boolean => file.startsWith('/snap/')
