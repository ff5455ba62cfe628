import type { Diagnostic } from '../model/diagnostic.js'
import type { FontReport } from '../model/report.js'
import { undrawn } from '../text/drawn.js'
import { coverageOf } from './coverage.js'
import { fontFaceCss, localSource, standInLine } from './css.js'
import { addressSource, dataSource, fontSubsets } from './embed.js'
import { privateFontconfig } from './fontconfig.js'
import { type Fonts, type FontsRequest, fonts } from './index.js'
import { ROLE_NAMES, ROLES } from './roles.js'

/** Fonts cut down to the characters of a text. */
export interface SubsetFonts {
  /** Rules with the fonts in them as `data:`. */
  embeddedCss: () => string
  /** Rules with the fonts at addresses that begin with `base`. */
  cssAt: (base: string) => string
  resourcesAt: (base: string) => Map<string, { type: string; body: Uint8Array }>
}

/** The fonts of an issue, ready for the page and the browser. */
export interface FontSet {
  report: FontReport[]
  /** 代用字体：…; undefined when every role has its own typeface. */
  standInLine: string | undefined
  /** Whether any font of the page has a character. */
  hasGlyph: (codePoint: number) => boolean
  /** Rules by which the page finds the fonts among those that the browser sees. */
  css: string
  /** The same for a browser that does not see them: the fonts themselves, as far as `text` needs. */
  subset: (text: string) => Promise<SubsetFonts>
  /** These fonts, and installed ones besides for characters of some texts that these lack. */
  completedFor: (texts: Iterable<string>) => Promise<FontSet>
  /** Variables that show the browser exactly these fonts (Linux). */
  browserEnv: () => Promise<{ FONTCONFIG_FILE: string }>
  /** Files and folders, by absolute path, a change of which may change all this. */
  dependsOn: readonly string[]
}

/** Chooses the fonts of an issue. */
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
  const hasGlyph = remembered((codePoint) => coverage.has('fangsong', codePoint))
  const value: FontSet = {
    report: ROLE_NAMES.map((role) => {
      const { face, origin, standIn } = chosen.roles[role]
      const family = origin === 'bundled' ? ROLES[role].bundled.chinese : face.family
      return { role, family, origin, standIn }
    }),
    standInLine: standInLine(chosen),
    hasGlyph,
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
 * The fonts with installed ones besides for some characters; undefined when no font has any. These
 * go into the page, as subsets: a browser that is started already need not be told of their files.
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

/** The same few thousand characters make up every text: each is asked for once. */
function remembered(has: (codePoint: number) => boolean): (codePoint: number) => boolean {
  const known = new Map<number, boolean>()
  return (codePoint) => {
    const answer = known.get(codePoint) ?? has(codePoint)
    known.set(codePoint, answer)
    return answer
  }
}
