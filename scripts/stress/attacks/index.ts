import { attackByArticles } from './articles.js'
import type { Outcome } from './attack.js'
import { openCanary } from './canary.js'
import { deadDrawings, leakyDrawings } from './drawings.js'
import { markup } from './markup.js'
import { paths } from './paths.js'
import { bombs, heavyPictures } from './pictures.js'
import { attackPreview } from './preview.js'
import { attackByPrograms } from './programs.js'
import { raceAttacks } from './races.js'
import { settingsAttacks } from './settings.js'
import { siteAttacks } from './sites.js'
import { tableAttacks } from './tables.js'
import { terminalAttacks } from './terminal.js'
import { texts } from './texts.js'
import { wordAttacks } from './word.js'

/**
 * Attacks the program in every way that we know, and says of each what kept it out:
 *
 *     npm run stress -- attacks [GROUP]…
 *
 * Around it lie canaries: files outside of the issue with a secret that no output may hold, a server
 * that may get no request, and a file that only a program in an article would make.
 */
const canary = await openCanary()
const groups: Record<string, () => Promise<Outcome[]>> = {
  markup: () =>
    attackByArticles(canary, 'markup', [...markup, ...texts, ...deadDrawings], { code: 0 }),
  paths: () => attackByArticles(canary, 'paths', [...paths, ...leakyDrawings], { code: 1 }),
  bombs: () => attackByArticles(canary, 'bombs', bombs, { code: 1 }),
  pictures: () => attackByArticles(canary, 'pictures', heavyPictures, { code: 0 }),
  settings: () => attackByPrograms(canary, 'settings', settingsAttacks),
  word: () => attackByPrograms(canary, 'word', wordAttacks),
  terminal: () => attackByPrograms(canary, 'terminal', terminalAttacks),
  tables: () => attackByPrograms(canary, 'tables', tableAttacks),
  sites: () => attackByPrograms(canary, 'sites', siteAttacks),
  races: () => attackByPrograms(canary, 'races', raceAttacks),
  preview: () => attackPreview(canary),
}
const asked = process.argv.slice(3)
const [all, open] = [[] as Outcome[], [] as Outcome[]]
try {
  for (const [name, attack] of Object.entries(groups)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    const outcomes = await attack()
    for (const one of outcomes) {
      const { holes, saw } = one
      console.log(
        `${holes.length === 0 ? '挡住' : '漏洞'}  ${one.name}：${[saw, ...holes].join('；')}`,
      )
    }
    all.push(...outcomes)
    open.push(...outcomes.filter(({ holes }) => holes.length > 0))
    console.log(`${name}：${outcomes.length} 种`)
  }
} finally {
  await canary.close()
}
console.log(`${all.length} 种，${open.length} 个漏洞`)
process.exitCode = open.length === 0 ? 0 : 1
