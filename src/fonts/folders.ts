import { posix, win32 } from 'node:path'

/** What tells where this machine keeps its fonts. */
export interface FontPlaces {
  platform: NodeJS.Platform
  home: string
  /** Windows: `LOCALAPPDATA` and `WINDIR`. */
  localAppData?: string
  windir?: string
  /** `BULLETIN_FONTS`: folders of the editor's own, looked at first; separated as in `PATH`. */
  extra?: string
}

/** The same, from what the program stands on. */
export const fontPlaces = ({
  platform,
  home,
  env,
}: Pick<FontPlaces, 'platform' | 'home'> & { env: NodeJS.ProcessEnv }): FontPlaces => ({
  platform,
  home,
  localAppData: env.LOCALAPPDATA,
  windir: env.WINDIR,
  extra: env.BULLETIN_FONTS,
})

/** The folders in which a platform keeps fonts, most personal first. They need not exist. */
export function fontFolders(places: FontPlaces): string[] {
  const own = (places.extra ?? '').split(places.platform === 'win32' ? ';' : ':').filter(Boolean)
  return [...own, ...(PLATFORMS[places.platform] ?? linux)(places)]
}

const linux = ({ home }: FontPlaces) => [
  posix.join(home, '.local/share/fonts'),
  posix.join(home, '.fonts'),
  '/usr/local/share/fonts',
  '/usr/share/fonts',
]

const PLATFORMS: Partial<Record<NodeJS.Platform, (places: FontPlaces) => string[]>> = {
  darwin: ({ home }) => [
    posix.join(home, 'Library/Fonts'),
    '/Library/Fonts',
    '/System/Library/Fonts',
    // Fonts that macOS fetches on demand, 华文仿宋 among them.
    ...[6, 7, 8].map((n) => `/System/Library/AssetsV2/com_apple_MobileAsset_Font${n}`),
  ],
  win32: ({ localAppData, windir }) => [
    ...(localAppData ? [win32.join(localAppData, 'Microsoft\\Windows\\Fonts')] : []),
    win32.join(windir ?? 'C:\\Windows', 'Fonts'),
  ],
}
