import { readdir, realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { configurationErrorAt } from '../../model/diagnostic.js'
import { fileStart } from '../../model/place.js'
import type { SourceFile } from '../../model/source.js'
import type { Staged } from '../../model/staged.js'
import { environmentFault } from './fault.js'
import { displayPath, readSource } from './source.js'
import { isInside } from './walk.js'

const NAME = 'bulletin.yaml'

/**
 * `bulletin.yaml` of a folder, if there is one. `within` is the outermost folder that a link may
 * lead into.
 */
export async function readSettings(
  folder: string,
  { cwd, within }: { cwd: string; within: string },
): Promise<Staged<SourceFile>> {
  const names = await readdir(folder).catch(environmentFault(displayPath(folder, cwd)))
  if (!names.includes(NAME))
    return { diagnostics: names.filter(isSettingsName).map(misnamed(folder, cwd)) }
  const path = join(folder, NAME)
  const real = await realpath(path).catch(environmentFault(displayPath(path, cwd)))
  if (isInside(real, await realpath(within))) return readSource(path, { cwd, configuration: true })
  const said = {
    rule: 'link-outside',
    message: `“${NAME}”是一个指向文件夹之外的链接，没有读。`,
    hint: '把它指向的文件复制到这里来。',
  }
  return {
    diagnostics: [configurationErrorAt({ file: displayPath(path, cwd), at: fileStart }, said)],
  }
}

/** Also `bulletin.yml`, `Bulletin.YAML`, and what Windows makes of a hidden extension: worth a word. */
export const isSettingsName = (name: string) => /^bulletin\.ya?ml(?:\.txt)?$/i.test(name)

const misnamed = (folder: string, cwd: string) => (name: string) =>
  configurationErrorAt(
    { file: displayPath(join(folder, name), cwd), at: fileStart },
    {
      rule: 'settings-name',
      message: `“${basename(name)}”这个名字不会读。`,
      hint: `改名为 ${NAME}。`,
    },
  )
