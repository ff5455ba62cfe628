import { configurationErrorAt, type Diagnostic } from '../model/diagnostic.js'
import type { Place } from '../model/place.js'
import type { FontOrigin } from '../model/report.js'
import type { FileReference, FontRole, Settings } from '../model/settings.js'
import type { BundledFace, BundledFaces } from './bundled.js'
import { type ChosenFace, type FontFace, plainName } from './face.js'
import { findFace, nearestFamilies } from './find.js'
import {
  BOLD_FANGSONG_FILE,
  CODE_FILE,
  LATIN_MARKS_FILE,
  ROLE_NAMES,
  ROLES,
  type RoleFonts,
  SYMBOL_FILES,
  WIDE_ROLE,
} from './roles.js'

/** The fonts to choose from. */
export interface AvailableFonts {
  bundled: BundledFaces
  installed: readonly FontFace[]
  /** The faces of each file in `fonts:`, by absolute path, or the reason why there are none. */
  configured: ReadonlyMap<string, FontFace[] | 'missing' | 'unreadable'>
}

/** The faces of an issue. */
export interface ChosenFonts {
  roles: Record<FontRole, ChosenFace>
  /** A real bold for 仿宋. A browser's synthetic bold becomes unselectable shapes in a PDF. */
  boldFangsong: ChosenFace
  /** Narrow “ ” ‘ ’ — … for Latin text. */
  latinMarks: ChosenFace
  /** The bundled face with the most characters, under a family of its own, which has no bold. */
  wide: ChosenFace
  /** Code: digits half an em wide. Han characters in code are set in 宋体. */
  code: ChosenFace
  /** Emoji and symbols that no text face has. */
  symbols: ChosenFace[]
  /**
   * Installed faces for the characters of an issue that none of the other faces has; usually empty.
   */
  spare: ChosenFace[]
  /**
   * The bundled faces of roles that are set in another face, for the characters which that face
   * lacks.
   */
  open: ChosenFace[]
  diagnostics: Diagnostic[]
}

/**
 * Chooses the face of each role: the one in `fonts:`, else the first installed one of the role's
 * list, else the bundled one. A font in `fonts:` that is not available is reported as an error at
 * its place.
 * @param place Place of `fonts:`; a file reference has its own place.
 */
export function chooseFonts(
  wanted: Settings['fonts'],
  available: AvailableFonts,
  place: Place,
): ChosenFonts {
  const diagnostics: Diagnostic[] = []
  const requested = wanted === 'bundled' ? {} : (wanted ?? {})
  const installed = wanted === 'bundled' ? [] : available.installed
  const choose = (role: FontRole): ChosenFace => {
    const request = requested[role]
    if (request !== undefined) {
      const lookup =
        typeof request === 'string' ? byName(request, available, place) : byFile(request, available)
      if ('face' in lookup) return chosen(role, lookup.face, 'configured')
      diagnostics.push(lookup.diagnostic)
    }
    return firstInstalled(role, installed) ?? bundledFor(role, available.bundled)
  }
  const roles = {
    song: choose('song'),
    fangsong: choose('fangsong'),
    hei: choose('hei'),
    kai: choose('kai'),
    title: choose('title'),
  }
  return {
    roles,
    boldFangsong: boldOf(roles.fangsong, installed, available.bundled),
    latinMarks: besideRoles(LATIN_MARKS_FILE, 'bulletin-latin-marks', available.bundled),
    code: besideRoles(CODE_FILE, 'bulletin-code', available.bundled),
    symbols: SYMBOL_FILES.map((file, i) =>
      besideRoles(file, `bulletin-symbols-${i + 1}`, available.bundled),
    ),
    spare: [],
    wide: { ...bundledFor(WIDE_ROLE, available.bundled), family: 'bulletin-wide' },
    open: ROLE_NAMES.filter((role) => roles[role].origin !== 'bundled').map((role) => ({
      ...bundledFor(role, available.bundled),
      family: `bulletin-open-${role}`,
    })),
    diagnostics,
  }
}

/** Returns all faces of an issue. */
export const allFaces = (fonts: ChosenFonts): ChosenFace[] => [
  ...ROLE_NAMES.map((role) => fonts.roles[role]),
  ...fonts.open,
  fonts.wide,
  fonts.boldFangsong,
  fonts.latinMarks,
  fonts.code,
  ...fonts.symbols,
  ...fonts.spare,
]

type Lookup = { face: FontFace } | { diagnostic: Diagnostic }

function byFile({ path, absolute, place }: FileReference, { configured }: AvailableFonts): Lookup {
  const faces = configured.get(absolute) ?? 'missing'
  const face = typeof faces === 'string' ? undefined : faces[0]
  if (face) return { face }
  const texts =
    faces === 'missing'
      ? {
          rule: 'font-file-missing',
          message: `找不到字体文件“${path}”。`,
          hint: '把字体文件放到这个位置，或改正 fonts 里的路径。',
        }
      : {
          rule: 'font-file-unreadable',
          message: `“${path}”不是能用的字体文件。`,
          hint: '换成 .ttf、.otf 或 .ttc 文件。',
        }
  return { diagnostic: configurationErrorAt(place, texts) }
}

function byName(name: string, { installed, bundled }: AvailableFonts, place: Place): Lookup {
  const candidates = [...installed, ...bundled.values()]
  const face = findFace([name], candidates)
  if (face) return { face }
  const near = nearestFamilies(name, candidates)
  const instead = near.length > 0 ? `改成已安装的${near.map((n) => `“${n}”`).join('或')}，或者` : ''
  return {
    diagnostic: configurationErrorAt(place, {
      rule: 'font-not-installed',
      message: `这台电脑没有安装字体“${name}”。`,
      hint: `${instead}先装好这个字体，也可以写字体文件的路径，如 fonts/仿宋.ttf。`,
    }),
  }
}

function firstInstalled(role: FontRole, installed: readonly FontFace[]): ChosenFace | undefined {
  const { names, near }: RoleFonts = ROLES[role]
  const face = findFace([...names, ...near], installed)
  return face && chosen(role, face, 'installed')
}

function chosen(role: FontRole, face: FontFace, origin: FontOrigin): ChosenFace {
  const names = new Set(ROLES[role].names.map(plainName))
  const standIn = origin === 'installed' && !face.names.some((name) => names.has(plainName(name)))
  return { role, family: `bulletin-${role}`, bold: false, origin, standIn, face }
}

function bundledFor(
  role: FontRole,
  bundled: BundledFaces,
  file: string = ROLES[role].bundled.file,
): ChosenFace {
  const face: BundledFace | undefined = bundled.get(file)
  if (!face) throw new Error(`coverage.json does not list ${file}`)
  return {
    role,
    family: `bulletin-${role}`,
    bold: file === BOLD_FANGSONG_FILE,
    origin: 'bundled',
    standIn: ROLES[role].bundled.standIn,
    face,
  }
}

/** Returns a bundled face that does not belong to a role. */
const besideRoles = (file: string, family: string, bundled: BundledFaces): ChosenFace => ({
  ...bundledFor('song', bundled, file),
  family,
  standIn: false,
})

/** Returns the bold face of the same family if installed, else the bundled bold. */
function boldOf(
  { face, origin }: ChosenFace,
  installed: readonly FontFace[],
  bundled: BundledFaces,
): ChosenFace {
  const own = installed.find(
    ({ family, weight, italic }) => family === face.family && weight >= 600 && !italic,
  )
  if (origin === 'bundled' || !own) return bundledFor('fangsong', bundled, BOLD_FANGSONG_FILE)
  return { ...chosen('fangsong', own, 'installed'), bold: true }
}
