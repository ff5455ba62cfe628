import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** Where esbuild found a file: the folder of the innermost package, and its name. */
const packageOf = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//

/**
 * Writes the licences of the packages that are bundled, as they ask; users do not install these
 * packages.
 *
 * @param inputs paths of the bundled files, from the root.
 */
export async function writeLicences(
  root: string,
  inputs: readonly string[],
  output: string,
): Promise<void> {
  const found = inputs.flatMap((path) => packageOf.exec(path)?.[1] ?? [])
  const texts: string[] = []
  for (const folder of [...new Set(found)].sort())
    texts.push(await licenceIn(resolve(root, folder)))
  await writeFile(output, texts.join(`\n${'-'.repeat(80)}\n\n`))
}

/** A heading such as `yaml 2.9.1 (ISC)`, and the text of the licence that the package has. */
async function licenceIn(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  )
  const files = (await readdir(folder))
    .filter((file) => /^(?:licen[cs]e|notice)/i.test(file))
    .sort()
  const texts = await Promise.all(
    files.map((file) => readFile(join(folder, file), 'utf8').catch(() => '')),
  )
  return `${[`${name} ${version} (${license})`, ...texts.map((text) => text.trim())].join('\n\n')}\n`
}
