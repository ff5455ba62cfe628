import { readdir } from 'node:fs/promises'
import which from 'which'
import { bundledPackage } from './bundled-package.js'
import type { Probes } from './find.js'

/** The questions of `findBrowser`, asked of this very machine. */
export const probesOf = (env: NodeJS.ProcessEnv): Probes => ({
  which: async (name) => (await which(name, { path: env.PATH ?? '', nothrow: true })) ?? undefined,
  list: (folder) => readdir(folder).catch(() => []),
  bundledPackage,
})
