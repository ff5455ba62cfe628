import type { FontRole } from '../model/settings.js'
import { allFaces, type ChosenFonts } from './choose.js'
import { type Coverage, chainOf } from './coverage.js'
import type { ChosenFace } from './face.js'
import { MATHS_FILE, ROLE_NAMES, ROLES, SYMBOL_FILES } from './roles.js'

/** The value of `src` for a face; undefined for a face that nothing is set in. */
export type FaceSource = (face: ChosenFace) => string | undefined

/** Finds the face among the fonts that the browser can see, by either of its unique names. */
export const localSource: FaceSource = ({ face: { postScriptName, fullName } }) =>
  [...new Set([postScriptName, fullName])]
    .filter((name) => name !== '')
    .map((name) => `local(${quoted(name)})`)
    .join(',')

/** Marks that Chinese and Latin text share and that some fonts draw narrow. */
const WIDE_MARKS_RANGE = 'U+2014,U+2018-2019,U+201C-201D,U+2026,U+2E3A'

/**
 * The `@font-face` rules of the chosen fonts, and on `:root` a custom property a role (`--song`,
 * `--fangsong`, `--hei`, `--kai`, `--title`) to be used as `font-family: var(--song)`; `--code` for
 * code; `--math` for formulas; `--latin-marks` goes before one of them for Latin text. Only 仿宋 has a bold; the style sheet that uses this says
 * `font-synthesis: none`.
 */
export function fontFaceCss(
  fonts: ChosenFonts,
  coverage: Pick<Coverage, 'factsOf'>,
  source: FaceSource = localSource,
): string {
  const rules = allFaces(fonts).map((face) => rule(face, source(face)))
  for (const open of fonts.open) {
    const narrow = fonts.roles[open.role]
    if (coverage.factsOf(narrow).fullWidthMarks) continue
    // A later rule for the same family wins within its range.
    rules.push(rule({ ...open, family: narrow.family }, source(open), WIDE_MARKS_RANGE))
  }
  const chains = ROLE_NAMES.map((role) => `--${role}:${familiesOf(fonts, role).join(',')}`)
  const marks = `--latin-marks:${fonts.latinMarks.family}`
  const code = `--code:${[fonts.code.family, ...familiesOf(fonts, 'song')].join(',')}`
  const math = `--math:${[mathsFace(fonts)?.family, ...familiesOf(fonts, 'fangsong')].join(',')}`
  return `${rules.join('')}:root{${[...chains, marks, code, math].join(';')}}\n`
}

/** The face that formulas are set in. */
export const mathsFace = ({ symbols }: ChosenFonts): ChosenFace | undefined =>
  symbols[SYMBOL_FILES.indexOf(MATHS_FILE)]

/** The families that a role's text is set in, first to last. */
export const familiesOf = (fonts: ChosenFonts, role: FontRole): string[] =>
  chainOf(fonts, role).map(({ family }) => family)

/**
 * One rule. The metrics are those of the Han em box, for every face alike: then lines of different
 * faces have their baselines at the same height, whatever the files say.
 */
function rule({ family, bold }: ChosenFace, src: string | undefined, range?: string): string {
  if (src === undefined || src === '') return ''
  const parts = [
    `font-family:${family}`,
    `src:${src}`,
    `font-weight:${bold ? 'bold' : 'normal'}`,
    'ascent-override:88%',
    'descent-override:12%',
    'line-gap-override:0%',
    ...(range === undefined ? [] : [`unicode-range:${range}`]),
  ]
  return `@font-face{${parts.join(';')}}\n`
}

const quoted = (text: string) =>
  `"${text.replaceAll(/["\\\n\r\f<]/g, (char) => `\\${char.codePointAt(0)?.toString(16)} `)}"`

/**
 * Which font each role got where it is a stand-in, as one Chinese line; undefined when every role
 * has the typeface that it is named for.
 */
export function standInLine({ roles }: ChosenFonts): string | undefined {
  const standIns = ROLE_NAMES.filter((role) => roles[role].standIn).map((role) => {
    const { face, origin } = roles[role]
    const name = origin === 'bundled' ? ROLES[role].bundled.chinese : face.family
    return `${ROLES[role].chinese}用${name}`
  })
  return standIns.length === 0 ? undefined : `代用字体：${standIns.join('，')}。`
}
