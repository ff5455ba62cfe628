import { basename, join } from 'node:path'
import type { IssueReport } from '../../../src/model/report.js'
import { run } from '../run.js'
import type { ArticleAttack, Outcome } from './attack.js'
import { type Aim, type Canary, writeFiles, writeLinks } from './canary.js'
import { outputsIn } from './outputs.js'

/** Builds an issue of hostile articles and judges each by what was said of it and what was written. */
export async function attackByArticles(
  canary: Canary,
  name: string,
  attacks: readonly ArticleAttack[],
  wanted: { code: number },
): Promise<Outcome[]> {
  const folder = join(canary.folder, 'issues', name)
  const placed: { attack: ArticleAttack; aim: Aim; file: string }[] = []
  for (const [index, attack] of attacks.entries()) {
    const aim = await canary.aim(`${name}-${index}-`)
    const file = attack.file ?? `${String(index + 1).padStart(2, '0')}.md`
    const links = attack.links?.(aim) ?? {}
    await writeFiles(folder, {
      ...(links[file] === undefined && { [file]: attack.text(aim) }),
      ...(await attack.files?.(aim)),
    })
    await writeLinks(folder, links)
    placed.push({ attack, aim, file })
  }
  const out = join(canary.folder, `out-${name}`)
  const words = ['build', folder, '--out-dir', out, '--format', 'pdf,docx,html,wechat', '--json']
  const ended = await run(words, { cwd: canary.folder, limit: 180_000 })
  const { diagnostics } = JSON.parse(ended.stdout || '{"diagnostics":[]}') as IssueReport
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const said = errors.map(({ file, rule, message }) => `${basename(file)} ${rule} ${message}`)
  const whole = [
    ...(ended.code === wanted.code
      ? []
      : [`退出码 ${ended.code} ${said.slice(0, 3).join('；')} ${ended.stderr.slice(0, 500)}`]),
    ...(ended.peak < 1024 ? [] : [`用了 ${Math.round(ended.peak)} MB`]),
  ]
  const written = await outputsIn(out)
  const printed = written.pdf.replace(/\s/g, '')
  const outcomes = placed.map(({ attack, aim, file }): Outcome => {
    const rules = diagnostics
      .filter((one) =>
        [one, ...(one.also ?? [])].some((place) => basename(place.file) === basename(file)),
      )
      .map(({ rule }) => rule)
    const wants = attack.shows?.replace(/\s/g, '')
    return {
      name: attack.name,
      saw: [...new Set(rules)].slice(0, 3).join('、') || '当作文字',
      holes: [
        ...canary.tracesOf(aim),
        ...(written.all.includes(aim.secret) || ended.stdout.includes(`题目 ${aim.secret}`)
          ? ['秘密写进了文件']
          : []),
        ...(attack.rule === undefined || rules.includes(attack.rule)
          ? []
          : [`没有说 ${attack.rule}`]),
        ...(wants === undefined || printed.includes(wants) ? [] : [`没有排出“${attack.shows}”`]),
      ],
    }
  })
  return [
    { name: `${name} 合起来`, saw: `退出码 ${ended.code}`, holes: [...whole, ...written.harm] },
    ...outcomes,
  ]
}
