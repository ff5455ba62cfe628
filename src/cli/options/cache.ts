import type { Command } from 'commander'

/** A parsed `bulletin cache` command. */
export type CacheRequest = { verb: 'show' } | { verb: 'clear'; all: boolean }

/**
 * Adds `bulletin cache` and `bulletin cache clear` to the command line. `onCache` receives the
 * request.
 */
export function addCacheCommand(
  program: Command,
  onCache: (request: CacheRequest) => Promise<void>,
): Command {
  const cache = program
    .command('cache')
    .usage('[clear]')
    .description('显示缓存在哪里、占多大；加 clear 清空。')
    .action(() => onCache({ verb: 'show' }))
  const clear = cache
    .command('clear')
    .description('清空缓存：以前排好的、字体清单；下一次从头排')
    .option('--all', '解开的浏览器也删去；下一次重新解开', false)
    .action(({ all }: { all: boolean }) => onCache({ verb: 'clear', all }))
  clear.configureOutput({ outputError: () => {} })
  return cache
}
