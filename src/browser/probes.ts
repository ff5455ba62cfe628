import { readdir } from 'node:fs/promises'
import which from 'which'
import { bundledPackage } from './bundled-package.js'
import type { Probes } from './find.js'

/** Returns the {@link Probes} of this machine. */
export const probesOf = (env: NodeJS.ProcessEnv): Probes => ({
  which: async (name) => (await which(name, { path: env.PATH ?? '', nothrow: true })) ?? undefined,
  list: (folder) => readdir(folder).catch(() => []),
  bundledPackage,
})
