import { posix, win32 } from 'node:path'

/** The environment that determines where fonts are installed. */
export interface FontPlaces {
  platform: NodeJS.Platform
  home: string
  /** Windows: `LOCALAPPDATA` and `WINDIR`. */
  localAppData?: string
  windir?: string
  /** `BULLETIN_FONTS`: additional folders, searched first; separated as in `PATH`. */
  extra?: string
}

/** Reads {@link FontPlaces} from the environment variables. */
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

/**
 * Returns the font folders of a platform: additional ones first, then the user's, then the
 * system's. They need not exist.
 */
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
    // Fonts that macOS downloads on demand, such as 华文仿宋.
    ...[6, 7, 8].map((n) => `/System/Library/AssetsV2/com_apple_MobileAsset_Font${n}`),
  ],
  win32: ({ localAppData, windir }) => [
    ...(localAppData ? [win32.join(localAppData, 'Microsoft\\Windows\\Fonts')] : []),
    win32.join(windir ?? 'C:\\Windows', 'Fonts'),
  ],
}
