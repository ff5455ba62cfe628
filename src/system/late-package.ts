import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Loads a package synchronously on first use, in code that cannot await `import()`. */
export const latePackage = <Exports>(name: string): Exports => require(name) as Exports
