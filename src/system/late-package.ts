import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Loads a package where the program first needs it, in the middle of work that cannot wait for an `import()`. */
export const latePackage = <Exports>(name: string): Exports => require(name) as Exports
