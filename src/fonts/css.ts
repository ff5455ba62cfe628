import type { FontRole } from '../model/settings.js'
import { allFaces, type ChosenFonts } from './choose.js'
import { type Coverage, chainOf } from './coverage.js'
import type { ChosenFace } from './face.js'
import { MATHS_FILE, ROLE_NAMES, ROLES, SYMBOL_FILES } from './roles.js'

/** Returns the value of `src` for a face; undefined for a face that is not used. */
export type FaceSource = (face: ChosenFace) => string | undefined

/**
 * A source that finds the face among the fonts visible to the browser, by either of its unique
 * names.
 */
export const localSource: FaceSource = ({ face: { postScriptName, fullName } }) =>
  [...new Set([postScriptName, fullName])]
    .filter((name) => name !== '')
    .map((name) => `local(${quoted(name)})`)
    .join(',')

/** Marks that Chinese and Latin text share and that some fonts draw narrow. */
const WIDE_MARKS_RANGE = 'U+2014,U+2018-2019,U+201C-201D,U+2026,U+2E3A'

/**
 * Returns the `@font-face` rules of the chosen fonts, and custom properties on `:root` for use as
 * `font-family: var(--song)`: one for each role (`--song`, `--fangsong`, `--hei`, `--kai`,
 * `--title`), `--code` for code, `--math` for formulas, and `--latin-marks`, which goes before one
 * of the others for Latin text. Only 仿宋 has a bold, so the style sheet must set `font-synthesis:
 * none`.
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
    // A later rule for the same family takes precedence within its range.
    rules.push(rule({ ...open, family: narrow.family }, source(open), WIDE_MARKS_RANGE))
  }
  const chains = ROLE_NAMES.map((role) => `--${role}:${familiesOf(fonts, role).join(',')}`)
  const marks = `--latin-marks:${fonts.latinMarks.family}`
  const code = `--code:${[fonts.code.family, ...familiesOf(fonts, 'song')].join(',')}`
  const math = `--math:${[mathsFace(fonts)?.family, ...familiesOf(fonts, 'fangsong')].join(',')}`
  return `${rules.join('')}:root{${[...chains, marks, code, math].join(';')}}\n`
}

/** Returns the face of formulas. */
export const mathsFace = ({ symbols }: ChosenFonts): ChosenFace | undefined =>
  symbols[SYMBOL_FILES.indexOf(MATHS_FILE)]

/** Returns the families in which a role's text is set, in order. */
export const familiesOf = (fonts: ChosenFonts, role: FontRole): string[] =>
  chainOf(fonts, role).map(({ family }) => family)

/**
 * Returns one rule. All faces get the metrics of the Han em box, so that lines in different faces
 * have their baselines at the same height, independent of the metrics in the files.
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
 * Returns a line in Chinese that lists the stand-in fonts by role; undefined if every role has its
 * own typeface.
 */
export function standInLine({ roles }: ChosenFonts): string | undefined {
  const standIns = ROLE_NAMES.filter((role) => roles[role].standIn).map((role) => {
    const { face, origin } = roles[role]
    const name = origin === 'bundled' ? ROLES[role].bundled.chinese : face.family
    return `${ROLES[role].chinese}用${name}`
  })
  return standIns.length === 0 ? undefined : `代用字体：${standIns.join('，')}。`
}
