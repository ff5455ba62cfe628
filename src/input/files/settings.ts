import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { configurationErrorAt, warningAt } from '../../model/diagnostic.js'
import { fileStart } from '../../model/place.js'
import type { SourceFile } from '../../model/source.js'
import type { Staged } from '../../model/staged.js'
import { environmentFault } from './fault.js'
import { isSettings, isSettingsName } from './names.js'
import { displayPath, leadsOut, readSource } from './source.js'
import { isInside } from './walk.js'

const NAME = 'bulletin.yaml'

/**
 * Reads the `bulletin.yaml` of a folder, or a single file of an equivalent name (`Bulletin.yml`).
 * Returns no value when there is none. `within` is the outermost folder that a symbolic link may
 * lead into.
 */
export async function readSettings(
  folder: string,
  { cwd, within }: { cwd: string; within: string },
): Promise<Staged<SourceFile>> {
  const names = await readdir(folder).catch(environmentFault(displayPath(folder, cwd)))
  const placeOf = (name: string) => ({ file: displayPath(join(folder, name), cwd), at: fileStart })
  const found = names.filter(isSettings)
  const name = chosenOf(found)
  if (name === undefined) {
    const misnamed = found.length > 0 ? found : names.filter(isSettingsName)
    const hint = found.length > 0 ? `只留一个，改名为 ${NAME}。` : `改名为 ${NAME}。`
    return {
      diagnostics: misnamed.map((one) =>
        configurationErrorAt(placeOf(one), {
          rule: 'settings-name',
          message: `“${basename(one)}”这个名字不会读${found.length > 0 ? '：这里有几个' : ''}。`,
          hint,
        }),
      ),
    }
  }
  const path = join(folder, name)
  const real = await realpath(path).catch(environmentFault(displayPath(path, cwd)))
  if (!isInside(real, await realpath(within))) {
    return { diagnostics: [configurationErrorAt(placeOf(name), leadsOut(name))] }
  }
  const read = await readSource(path, { cwd, configuration: true, within })
  const ignored = found
    .filter((one) => one !== name)
    .map((one) =>
      warningAt(placeOf(one), {
        rule: 'settings-name',
        message: `已经有“${name}”，“${one}”没有读。`,
        hint: '只留一个。',
      }),
    )
  return { ...read, diagnostics: [...ignored, ...read.diagnostics] }
}

/**
 * The name of the settings file in a folder of any content; undefined when there is none that can
 * be read.
 */
export async function settingsIn(folder: string): Promise<string | undefined> {
  const name = chosenOf((await readdir(folder).catch(() => [])).filter(isSettings))
  const collected =
    name === undefined ? undefined : await stat(join(folder, name)).catch(() => undefined)
  return collected?.isFile() ? name : undefined
}

const chosenOf = (names: readonly string[]) =>
  names.includes(NAME) ? NAME : names.length === 1 ? names[0] : undefined
