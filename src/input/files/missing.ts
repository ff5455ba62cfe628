import { readdir } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { distance } from 'fastest-levenshtein'
import { Fault } from '../../model/fault.js'
import { byPath } from '../../text/natural-order.js'
import { isArticle } from './names.js'
import { isIgnored } from './walk.js'

/** The fault for a target that does not exist. The hint suggests up to three similar names. */
export async function missingTarget(target: string, absolute: string, cwd: string): Promise<Fault> {
  const wanted = basename(absolute)
  const entries = await readdir(dirname(absolute), { withFileTypes: true }).catch(() => [])
  const similar = entries
    .filter(({ name }) => !isIgnored(name))
    .filter((entry) => entry.isDirectory() || isArticle(entry.name))
    .map(({ name }) => ({ name: name.normalize('NFC'), edits: distance(wanted, name) }))
    // Suggest only names with at least half of the characters right.
    .filter(({ name, edits }) => edits <= Math.max(name.length, wanted.length) / 2)
    .sort((a, b) => a.edits - b.edits || byPath(a.name, b.name))
    .slice(0, 3)
    .map(({ name }) => name)
  const kind = isArticle(target) ? '稿件' : '文件夹'
  const hint =
    similar.length > 0
      ? `检查名字；这里有 ${similar.join('、')}。`
      : `检查名字；现在是在“${cwd}”里找。`
  return new Fault('usage', `找不到${kind}“${target}”。`, hint)
}
