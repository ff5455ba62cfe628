import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { article, prose } from '../kit/manuscript.js'
import { root, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('ci')
const issues = ['issue-1', 'issue-2', 'issue-3', 'issue-9', 'issue-10']

writeFiles(folder, { 'back-issues/bulletin.yaml': 'title: 工作通讯\nfonts: bundled\n' })
for (const [n, name] of issues.entries()) {
  writeFiles(folder, { [`back-issues/${name}/1.md`]: article({ title: `第${n}篇` }, prose(60, n)) })
}

/** What the examples call `bulletin` and `npx bulletin` is this checkout's program. */
const programs = join(folder, 'programs')
mkdirSync(programs)
for (const [name, shift] of Object.entries({
  bulletin: '',
  npx: '[ "$1" = bulletin ] && shift\n',
})) {
  const run = `exec '${process.execPath}' '${join(root, 'bin/bulletin.js')}' "$@"`
  writeFileSync(join(programs, name), `#!/bin/sh\n${shift}${run}\n`, { mode: 0o755 })
}

const example = (name: string) =>
  parse(readFileSync(join(root, 'examples/ci', name), 'utf8'), { strict: true, uniqueKeys: true })

/** One machine's work: in a folder of its own, a command line or the words of one. */
async function machine(
  name: string,
  command: string | readonly string[],
  env: Record<string, string> = {},
): Promise<string[]> {
  const own = join(folder, name)
  mkdirSync(own)
  cpSync(join(folder, 'back-issues'), join(own, 'back-issues'), { recursive: true })
  const [program, words] =
    typeof command === 'string'
      ? ['sh', ['-ec', command]]
      : [join(programs, 'bulletin'), command.map((word) => word.replace(/^\/pdf$/, `${own}/pdf`))]
  const child = spawn(program, words, {
    cwd: own,
    env: {
      ...process.env,
      CI_NODE_INDEX: undefined,
      CI_NODE_TOTAL: undefined,
      ...env,
      PATH: `${programs}${delimiter}${process.env.PATH}`,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect(code, said).toBe(0)
  return readdirSync(join(own, 'pdf'))
}

/** The PDFs of all machines: each issue from one of them. */
function expectWhole(parts: readonly string[][], machines: number): void {
  expect(parts).toHaveLength(machines)
  expect(parts.flat().toSorted()).toEqual(issues.map((name) => `${name}.pdf`).toSorted())
}

describe.runIf(process.platform !== 'win32')('the examples for build servers', () => {
  it('GitHub Actions: the matrix builds every issue once', async () => {
    const { pdf } = example('github-actions.yml').jobs
    const { shard } = pdf.strategy.matrix as { shard: number[] }
    const [line] = pdf.steps.flatMap(({ run = '' }: { run?: string }) =>
      run.includes('bulletin build') ? [run] : [],
    ) as string[]
    const parts: string[][] = []
    for (const n of shard) {
      const command = (line ?? '')
        .replaceAll(/\$\{\{ matrix\.shard \}\}/g, String(n))
        .replaceAll(/\$\{\{ strategy\.job-total \}\}/g, String(shard.length))
      expect(command).not.toContain('{{')
      parts.push(await machine(`github-${n}`, command))
    }
    expectWhole(parts, shard.length)
  })

  it('GitLab: the parallel jobs build every issue once', async () => {
    const [job] = Object.values(example('gitlab-ci.yml')) as [
      { parallel: number; script: string[] },
    ]
    const line = job.script.find((one) => one.includes('bulletin build')) ?? ''
    const parts: string[][] = []
    for (let n = 1; n <= job.parallel; n++) {
      const env = { CI_NODE_INDEX: String(n), CI_NODE_TOTAL: String(job.parallel) }
      parts.push(await machine(`gitlab-${n}`, line, env))
    }
    expectWhole(parts, job.parallel)
  })

  it('Kubernetes: the pods build every issue once', async () => {
    const { spec } = example('kubernetes-job.yaml')
    const [container] = spec.template.spec.containers as [
      { args: string[]; env: { name: string; value: string }[] },
    ]
    const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]))
    expect(env.JOB_COMPLETIONS).toBe(String(spec.completions))
    const words = container.args.map((word) => word.replace('/issues/', `${folder}/back-issues/`))
    const parts: string[][] = []
    for (let n = 0; n < spec.completions; n++) {
      parts.push(await machine(`pod-${n}`, words, { ...env, JOB_COMPLETION_INDEX: String(n) }))
    }
    expectWhole(parts, spec.completions)
  })

  it('Dockerfile: copies what there is, and does not run as root', () => {
    const text = readFileSync(join(root, 'examples/ci/Dockerfile'), 'utf8')
    const copied = [...text.matchAll(/^COPY --from=build \/opt\/bulletin\/(\S+)/gm)]
    const there = ['package.json', 'node_modules', 'bin', 'dist', 'templates', 'fixtures/minimal']
    expect(copied.map(([, path]) => path)).toEqual(there)
    expect(there.filter((path) => !existsSync(join(root, path)))).toEqual([])
    const users = [...text.matchAll(/^USER (\S+)/gm)].map(([, user]) => user)
    expect(users).toEqual(['node'])
    expect(text).toMatch(/^ENTRYPOINT \["bulletin"\]$/m)
  })
})
