import { copyFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { extendsFile, filesIn, layersOf } from '../../input/files/template.js'
import { Fault } from '../../model/fault.js'
import type { Kind } from '../../model/issue.js'
import { makeFolder } from '../../system/make-folder.js'
import { proveFolder } from '../../system/prove-output.js'
import { writingFault } from '../../system/writing-fault.js'

/** The files shared by all templates that an editor may want to change. */
const shared = new Set(['styles/colours.css', 'partials/article.hbs', 'partials/briefs.hbs'])

/**
 * @throws {Fault} `usage` when the folder is not empty, `environment` when it cannot be written.
 */
export async function ejectTemplate(kind: Kind, folder: string, typed: string): Promise<number> {
  await proveFolder(join(folder, extendsFile), typed)
  const there = await readdir(folder).catch(() => [])
  if (there.length > 0) {
    throw new Fault('usage', `文件夹“${typed}”里已经有东西。`, '换一个名字，或先把它移开。')
  }
  const [common = '', own = ''] = layersOf(kind)
  const files = [
    ...(await filesIn(common)).filter(([name]) => shared.has(name)),
    ...(await filesIn(own)),
  ]
  try {
    for (const [name, absolute] of files) {
      const to = join(folder, name)
      await makeFolder(dirname(to))
      await copyFile(absolute, to)
    }
    await writeFile(join(folder, extendsFile), extendsText(kind))
  } catch (cause) {
    throw writingFault(typed, cause)
  }
  return files.length + 1
}

const extendsText = (
  kind: Kind,
) => `# 这个模板以哪个自带的模板为底：文件夹里没有的文件，都沿用它的。
# 不想改的文件可以删掉，程序更新时它们也跟着更新。
# 常用的改法在 styles/colours.css 里：颜色、字号，不用懂选择器。
# 改完运行 bulletin template check 检查。
extends: ${kind}
`
