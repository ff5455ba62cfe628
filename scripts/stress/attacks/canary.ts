import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { countingServer } from '../../../test/kit/counting-server.js'
import { drawing } from '../../../test/kit/pictures.js'

/** File contents by path inside a folder. */
export type Files = Record<string, string | Uint8Array>

/** What one attack aims at; every attack has its own, so that a hole is known by its trace. */
export interface Aim {
  /** Address on a server that must get no request. */
  url: string
  /** Folder outside of every issue; `secret.txt`, `.svg`, `.md` … there hold the secret. */
  outside: string
  /** The way to it from an issue's folder. */
  way: string
  secret: string
  /** A file that only a program in an article would make. */
  marker: string
}

/** A place with canaries: a server, and files that nothing may read. */
export interface Canary {
  folder: string
  aim(id: string): Promise<Aim>
  /** What an attack reached, apart from its secret in an output. */
  tracesOf(aim: Aim): string[]
  /** Requests in all. */
  asked: readonly string[]
  close(): Promise<void>
}

export async function openCanary(): Promise<Canary> {
  const folder = await mkdtemp(join(tmpdir(), 'bulletin-attacks-'))
  const server = await countingServer()
  return {
    folder,
    asked: server.asked,
    async aim(id) {
      const secret = `SECRET-${id}-4711`
      const outside = join(folder, 'outside', id)
      await writeFiles(outside, {
        'secret.txt': secret,
        'secret.md': `---\ntitle: ${secret}\nsection: 要闻\n---\n\n${secret}\n`,
        'secret.yaml': `title: ${secret}\n`,
        'template.yaml': `extends: ${secret}\n`,
        'secret.css': `/* ${secret} */ p::before { content: '${secret}' }`,
        'secret.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><text y="20">${secret}</text></svg>`,
        'secret.png': await drawing(50, 50),
      })
      const marker = join(folder, `marker-${id}`)
      return { url: `${server.origin}/${id}`, outside, way: `../../outside/${id}`, secret, marker }
    },
    tracesOf: ({ url, marker }) => [
      ...server.asked.filter(
        (one) => url.endsWith(one) || one.includes(`${new URL(url).pathname}`),
      ),
      ...(existsSync(marker) ? ['一个程序运行了'] : []),
    ],
    async close() {
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Writes files into a folder, which is made. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
}

/** Makes symbolic links, by path inside a folder, to what they name. */
export async function writeLinks(folder: string, links: Record<string, string>): Promise<void> {
  for (const [path, target] of Object.entries(links)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await symlink(target, join(folder, path))
  }
}
