import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Fault } from '../../model/fault.js'
import { refuseLinkedFolder } from '../../system/linked-folder.js'
import { writeWhole } from '../../system/write-whole.js'
import { pictureEnding, pictureEndings } from './picture-type.js'

/** The folder of an issue that fetched pictures are saved in. */
export const picturesFolder = 'images'

/** What is said when that folder is a link out of the issue. */
export const linkedPictures = {
  purpose: '图片不能放进去',
  hint: `在本期文件夹里建一个真正的 ${picturesFolder} 文件夹。`,
}

/** @throws {Fault} `usage` when it is not a folder, or links outside the issue. */
export async function openPicturesFolder(issue: string) {
  const folder = join(issue, picturesFolder)
  const names = new Set((await namesIn(folder)).map((name) => name.toLowerCase()))
  await refuseLinkedFolder(folder, issue, linkedPictures)
  return {
    /**
     * Returns the file name of a picture that an earlier run saved under this stem; undefined when
     * it has to be fetched.
     */
    async kept(stem: string): Promise<string | undefined> {
      for (const ending of pictureEndings) {
        const name = `${stem}.${ending}`
        if (!names.has(name.toLowerCase())) continue
        const bytes = await readFile(join(folder, name)).catch(() => undefined)
        const found = bytes && (await pictureEnding(bytes).catch(() => undefined))
        if (found === ending) return name
      }
      return undefined
    },
    /** Writes a picture atomically. */
    async keep(name: string, bytes: Buffer): Promise<void> {
      await writeWhole(join(folder, name), bytes)
    },
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return []
    throw new Fault(
      'usage',
      `“${folder}”不是文件夹，图片没有地方放。`,
      '把它改名或移走，再运行一次。',
      { cause },
    )
  })
