import type { CacheKind } from '../../engine/cache/contents.js'
import { bytesOf, cacheEntries, clear } from '../../engine/cache/contents.js'
import { limitOf } from '../../engine/cache/limit.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes } from '../../model/exit-codes.js'
import { cacheFolderOf } from '../../system/cache-folder.js'
import { columnsOf } from '../../text/terminal-width.js'
import type { CacheRequest } from '../options/cache.js'
import type { Terminal } from '../terminal.js'

const names = {
  builds: '以前排好的',
  fonts: '字体清单',
  compiled: '编译过的程序',
  browser: '解开的浏览器',
} as const satisfies Record<CacheKind, string>

/** Runs `bulletin cache` and `bulletin cache clear`. Sizes are in MB (2^20 bytes). */
export async function runCache(
  request: CacheRequest,
  { env, terminal }: { env: NodeJS.ProcessEnv; terminal: Pick<Terminal, 'out'> },
): Promise<ExitCode> {
  const folder = await cacheFolderOf(env)
  const limit = limitOf(env)
  if (request.verb === 'show') {
    terminal.out(`缓存文件夹：${folder}`)
    for (const [kind, name] of Object.entries(names) as [CacheKind, string][]) {
      const size = inMb(await bytesOf(await cacheEntries(folder, kind)))
      const most = kind === 'builds' ? `（最多 ${inMb(limit)}）` : ''
      terminal.out(`  ${name}${' '.repeat(14 - columnsOf(name))}${size}${most}`)
    }
    terminal.out('要清空，运行 bulletin cache clear；解开的浏览器也要删去，再加 --all。')
    return exitCodes.built
  }
  const made: CacheKind[] = ['builds', 'fonts', 'compiled']
  const freed = await clear(folder, request.all ? [...made, 'browser'] : made)
  terminal.out(`缓存已清空，腾出 ${inMb(freed)}。`)
  return exitCodes.built
}

const inMb = (bytes: number) => `${(bytes / 1_048_576).toFixed(bytes % 1_048_576 === 0 ? 0 : 1)} MB`
