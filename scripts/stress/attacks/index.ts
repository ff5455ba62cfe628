import { attackByArticles } from './articles.js'
import type { Outcome } from './attack.js'
import { openCanary } from './canary.js'
import { markup } from './markup.js'
import { paths } from './paths.js'
import { texts } from './texts.js'

/**
 * Attacks the program in every way that we know, and says of each what kept it out:
 *
 *     npm run stress -- attacks
 *
 * Around it lie canaries: files outside of the issue with a secret that no output may hold, a server
 * that may get no request, and a file that only a program in an article would make.
 */
const canary = await openCanary()
const outcomes: Outcome[] = []
const add = async (made: Promise<Outcome[]>) => {
  for (const one of await made) {
    outcomes.push(one)
    const { name, saw, holes } = one
    console.log(`${holes.length === 0 ? '挡住' : '漏洞'}  ${name}：${[saw, ...holes].join('；')}`)
  }
}
try {
  await add(attackByArticles(canary, 'markup', [...markup, ...texts], { code: 0 }))
  await add(attackByArticles(canary, 'paths', paths, { code: 1 }))
} finally {
  await canary.close()
}
const open = outcomes.filter(({ holes }) => holes.length > 0)
console.log(`${outcomes.length} 种，${open.length} 个漏洞`)
process.exitCode = open.length === 0 ? 0 : 1
