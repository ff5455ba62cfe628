import path from 'node:path'

/** What the places depend on. All of it is a parameter, so that tests can simulate any machine. */
export interface BrowserHost {
  env: NodeJS.ProcessEnv
  /** The user's home folder, absolute. */
  home: string
  platform: NodeJS.Platform
  arch: string
}

/** A place where a browser may be installed. `label` is shown if no browser was found. */
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

/**
 * No lookup by name: on Windows it would begin in the current folder, which may contain untrusted
 * files.
 */
const win32: readonly BrowserPlace[] = [
  downloadedShell,
  windowsApp('Google Chrome', 'Google', 'Chrome', 'Application', 'chrome.exe'),
  windowsApp('Microsoft Edge', 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
]

const places: Partial<Record<NodeJS.Platform, readonly BrowserPlace[]>> = { linux, darwin, win32 }

/**
 * Returns the places to search on a platform, in order of preference. Headless shells come first:
 * they print three times faster than a full browser, with the same layout. The bundled browser is
 * one too.
 */
export const placesOn = (platform: NodeJS.Platform): readonly BrowserPlace[] =>
  places[platform] ?? linux

/**
 * Whether a file belongs to a snap. A snap's browser cannot read hidden or temporary folders, so it
 * is used only as the last resort, under whatever name.
 */
export const isSnap = (file: string): boolean => file.startsWith('/snap/')
