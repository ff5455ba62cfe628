import type { Diagnostic } from '../model/diagnostic.js'
import type { FontReport } from '../model/report.js'
import { undrawn } from '../text/drawn.js'
import { coverageOf } from './coverage.js'
import { fontFaceCss, localSource, standInLine } from './css.js'
import { addressSource, dataSource, fontSubsets } from './embed.js'
import { privateFontconfig } from './fontconfig.js'
import { type Fonts, type FontsRequest, fonts } from './index.js'
import { ROLE_NAMES, ROLES } from './roles.js'
import { type TextWidths, textWidths } from './widths.js'

/** Fonts reduced to the characters of a text. */
export interface SubsetFonts {
  /** Rules with the fonts embedded as `data:` URLs. */
  embeddedCss: () => string
  /** Rules with the fonts at URLs that begin with `base`. */
  cssAt: (base: string) => string
  resourcesAt: (base: string) => Map<string, { type: string; body: Uint8Array }>
}

/** The fonts of an issue for the page and the browser. */
export interface FontSet {
  report: FontReport[]
  /** 代用字体：…; undefined if every role has its own typeface. */
  standInLine: string | undefined
  /** Whether any font of the page has a character. */
  hasGlyph: (codePoint: number) => boolean
  /** Widths of every character of the page. */
  widths: TextWidths
  /** Rules that find the fonts among those visible to the browser. */
  css: string
  /** Makes subsets for the characters of `text`, for a browser that does not see the font files. */
  subset: (text: string) => Promise<SubsetFonts>
  /**
   * Returns these fonts, with spare installed ones for the characters of `texts` that these lack.
   */
  completedFor: (texts: Iterable<string>) => Promise<FontSet>
  /** Environment variables that restrict the browser to exactly these fonts (Linux). */
  browserEnv: () => Promise<{ FONTCONFIG_FILE: string }>
  /** Absolute paths of files and folders whose change may change the result. */
  dependsOn: readonly string[]
}

/**
 * Chooses the fonts of an issue.
 *
 * @throws Fault `environment` if the bundled fonts are missing.
 */
export async function fontSet(
  request: FontsRequest,
): Promise<{ value: FontSet; diagnostics: Diagnostic[] }> {
  const found = await fonts(request)
  const env = () => privateFontconfig(found.chosen, request.cacheFolder)
  return { value: setOf(found, env), diagnostics: found.chosen.diagnostics }
}

function setOf(found: Fonts, browserEnv: FontSet['browserEnv'], source = localSource): FontSet {
  const { chosen, coverage, dependsOn } = found
  const spaces = ROLE_NAMES.map((role) => {
    const { space } = coverage.factsOf(chosen.roles[role])
    return `--space-${role}:${space.toFixed(4)}em`
  })
  const widths = `:root{${spaces.join(';')}}\n`
  const hasGlyph = memoized((codePoint) => coverage.has('fangsong', codePoint))
  const value: FontSet = {
    report: ROLE_NAMES.map((role) => {
      const { face, origin, standIn } = chosen.roles[role]
      const family = origin === 'bundled' ? ROLES[role].bundled.chinese : face.family
      return { role, family, origin, standIn }
    }),
    standInLine: standInLine(chosen),
    hasGlyph,
    widths: textWidths(chosen, coverage),
    css: fontFaceCss(chosen, coverage, source) + widths,
    subset: async (text) => {
      const code = text.includes('<code') ? ['code'] : []
      const maths = text.includes('<math') ? ['maths'] : []
      const everyRole = [...ROLE_NAMES, 'boldFangsong', 'latinMarks', ...code, ...maths].map(
        (role) => [role, text],
      )
      const subsets = await fontSubsets(chosen, coverage, Object.fromEntries(everyRole))
      return {
        embeddedCss: () => fontFaceCss(chosen, coverage, dataSource(subsets)) + widths,
        cssAt: (base) => fontFaceCss(chosen, coverage, addressSource(subsets, base)) + widths,
        resourcesAt: (base) =>
          new Map([...subsets].map(([name, body]) => [base + name, { type: 'font/ttf', body }])),
      }
    },
    completedFor: async (texts) => {
      const missing = undrawn(texts, hasGlyph)
      if (missing.length === 0) return value
      return (await completed(found, missing, browserEnv)) ?? value
    },
    browserEnv,
    dependsOn,
  }
  return value
}

/**
 * Adds installed fonts for some characters; undefined if no font has any of them. They are embedded
 * in the page as subsets, so that a browser that is already running needs no access to their files.
 */
async function completed(
  found: Fonts,
  missing: readonly string[],
  browserEnv: FontSet['browserEnv'],
): Promise<FontSet | undefined> {
  const { spareFaces } = await import('./spare.js')
  const spare = await spareFaces(missing, found.chosen, found)
  if (spare.length === 0) return undefined
  const chosen = { ...found.chosen, spare }
  const coverage = await coverageOf(chosen, found.bundled)
  const embedded = dataSource(await fontSubsets(chosen, coverage, { song: missing.join('') }))
  const dependsOn = [...found.dependsOn, ...spare.map(({ face }) => face.file)]
  return setOf({ ...found, chosen, coverage, dependsOn }, browserEnv, (face) =>
    spare.includes(face) ? embedded(face) : localSource(face),
  )
}

/** Memoizes the result per code point: texts consist of the same few thousand characters. */
function memoized(has: (codePoint: number) => boolean): (codePoint: number) => boolean {
  const known = new Map<number, boolean>()
  return (codePoint) => {
    const answer = known.get(codePoint) ?? has(codePoint)
    known.set(codePoint, answer)
    return answer
  }
}
