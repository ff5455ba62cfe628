/**
 * Runs one of the stress scripts of this folder, which look for what breaks the program; each prints
 * its figures and exits with 1 when it found something:
 *
 *     npm run stress -- attacks | environments | faults | fuzz [OPTIONS]
 */
const scripts: Record<string, () => Promise<unknown>> = {
  attacks: () => import('./attacks/index.js'),
  environments: () => import('./environments.js'),
  faults: () => import('./faults.js'),
  fuzz: () => import('./fuzz/index.js'),
}
const run = scripts[process.argv[2] ?? '']
if (run === undefined) throw new Error(`写明哪一个：${Object.keys(scripts).join('、')}`)
await run()
