import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { article } from './attack.js'
import type { Place, ProgramAttack } from './programs.js'

/** Swaps a file for a link to another, as fast as it can, in a process of its own, until it is ended. */
const swapping = `
const { renameSync, symlinkSync, copyFileSync, rmSync } = require('node:fs')
const [target, own, outside] = process.argv.slice(1)
for (;;) {
  symlinkSync(outside, target + '.link'); renameSync(target + '.link', target)
  copyFileSync(own, target + '.own'); renameSync(target + '.own', target)
}`

/** Builds again and again while a file is swapped for a link that leads out. */
async function swapped(
  place: Place,
  { name, own, outside }: { name: string; own: string; outside: string },
  words: readonly string[],
): Promise<string[]> {
  await place.write({ '_own/file': own })
  const target = join(place.folder, name)
  const child = spawn(
    process.execPath,
    ['-e', swapping, target, join(place.folder, '_own/file'), outside],
    { stdio: 'ignore' },
  )
  try {
    for (let n = 0; n < 8; n += 1)
      await place.bulletin(...words, '--out-dir', join(place.out, String(n)))
  } finally {
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return []
}

const own = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20">${'自己的'.repeat(40)}</text></svg>`
const words = ['build', '.', '--format', 'pdf,html']
const codes = [0, 1, 2, 3]

/** A file that is checked and is another when it is read (TOCTOU). */
export const raceAttacks: readonly ProgramAttack[] = [
  {
    name: '排的当中图片换成指向外面的链接，八次',
    codes,
    async attack(place) {
      const images = Array.from({ length: 40 }, () => '![图](images/a.svg)').join('\n\n')
      await place.write({ '01.md': article('题', images), 'images/a.svg': own })
      const outside = `${place.aim.outside}/secret.svg`
      return swapped(place, { name: 'images/a.svg', own, outside }, words)
    },
  },
  {
    name: '排的当中稿件换成指向外面的链接，八次',
    codes,
    async attack(place) {
      const text = article('题', '自己的正文。')
      await place.write({ '01.md': text })
      const outside = `${place.aim.outside}/secret.md`
      return swapped(place, { name: '01.md', own: text, outside }, words)
    },
  },
  {
    name: '排的当中 bulletin.yaml 换成指向外面的链接，八次',
    codes,
    async attack(place) {
      await place.write({ '01.md': article('题', '正文。'), 'bulletin.yaml': '刊名: 刊\n' })
      const outside = `${place.aim.outside}/secret.yaml`
      return swapped(place, { name: 'bulletin.yaml', own: '刊名: 刊\n', outside }, words)
    },
  },
]
