import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Run, run } from '../run.js'
import type { Outcome } from './attack.js'
import { type Aim, type Canary, type Files, writeFiles, writeLinks } from './canary.js'
import { outputsIn } from './outputs.js'

/** Where one attack takes place. */
export interface Place {
  /** Its own folder, beside other issues; `aim.way` leads from here to the secret. */
  folder: string
  /** Folder for what the program writes. */
  out: string
  aim: Aim
  /** Writes the hostile files. */
  write(files: Files, links?: Record<string, string>): Promise<void>
  /** Runs the program in the folder and remembers how it ended. */
  bulletin(...words: string[]): Promise<Run>
}

/** An attack that runs the program by itself, not as one of many articles. */
export interface ProgramAttack {
  name: string
  /** Exit codes that are right; by default 0. */
  codes?: readonly number[]
  /** Makes the attack; returns the holes that only it can see. */
  attack(place: Place): Promise<readonly string[] | undefined>
}

/** Characters that move a cursor or turn a line round. */
const unseen = /(?!\r\n)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** Makes each attack in a folder of its own, and judges it by what was said, written and asked. */
export async function attackByPrograms(
  canary: Canary,
  group: string,
  attacks: readonly ProgramAttack[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const [index, one] of attacks.entries()) {
    const id = `${group}-${index}-`
    const folder = join(canary.folder, 'issues', `${group}-${index}`)
    const out = join(canary.folder, 'out', `${group}-${index}`)
    for (const made of [folder, out]) await mkdir(made, { recursive: true })
    const aim = await canary.aim(id)
    const before = await fingerprint(aim.outside)
    const ended: Run[] = []
    const place: Place = {
      folder,
      out,
      aim,
      async write(files, links = {}) {
        await writeFiles(folder, files)
        await writeLinks(folder, links)
      },
      async bulletin(...words) {
        const made = await run(words, { cwd: folder, limit: 120_000 })
        ended.push(made)
        return made
      },
    }
    const own = (await one.attack(place)) ?? []
    const written = await outputsIn(out)
    const there = await textIn(folder)
    const holes = [
      ...own,
      ...ended.flatMap((made) => holesIn(made, one.codes ?? [0], aim)),
      ...written.harm,
      ...(written.all.includes(aim.secret) || there.includes(aim.secret) ? ['秘密写进了文件'] : []),
      ...((await fingerprint(aim.outside)) === before ? [] : ['外面的文件夹改动了']),
      ...canary.tracesOf(aim),
    ]
    const codes = ended.map(({ code }) => code).join('、')
    outcomes.push({ name: one.name, saw: codes === '' ? '挡住' : `退出码 ${codes}`, holes })
  }
  return outcomes
}

function holesIn({ code, stdout, stderr, peak }: Run, codes: readonly number[], aim: Aim) {
  const said = stdout + stderr
  const control = unseen.exec(said)?.[0].charCodeAt(0).toString(16)
  return [
    ...(codes.includes(code ?? -1) ? [] : [`退出码 ${code} ${said.slice(0, 400)}`]),
    ...(/\n\s+at .*:\d+:\d+/.test(said) ? [`调用栈 ${said.slice(0, 400)}`] : []),
    ...(said.includes(aim.secret) ? ['秘密打印了出来'] : []),
    ...(control === undefined ? [] : [`打印了控制字符 U+${control}`]),
    ...(peak < 1024 ? [] : [`用了 ${Math.round(peak)} MB`]),
  ]
}

/** All bytes of the files below a folder. Links are not followed. */
async function textIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((one) => one.isFile())
  const texts = files.map((one) => readFile(join(one.parentPath, one.name), 'latin1'))
  return (await Promise.all(texts)).join('\n')
}

/** Changes when a file in a folder does. */
async function fingerprint(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(folder)).sort())
    hash.update(name).update(await readFile(join(folder, name)).catch(() => ''))
  return hash.digest('hex')
}
