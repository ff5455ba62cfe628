import { isScalar } from 'yaml'
import type { FileReference, FontRole, Settings } from '../../../model/settings.js'
import type { Table } from '../schema.js'
import { mapping } from '../schema.js'
import type { Read } from '../value.js'
import { good } from '../value.js'
import { choice, chosen } from '../values/choice.js'
import { file } from '../values/file.js'
import { asWritten, text } from '../values/text.js'

/** A font file, told by a `/` or a font's extension, or the name of an installed family. */
const font =
  (sample: string): Read<FileReference | string> =>
  (given) => {
    const written = asWritten(given.node) ?? ''
    return /[/\\]|\.(?:ttf|otf|ttc|otc|woff2?)$/i.test(written)
      ? file('fonts/my-font.ttf')(given)
      : text(sample)(given)
  }

const roles: Table<Partial<Record<FontRole, FileReference | string>>> = {
  song: { alias: '宋体', read: font('SimSun') },
  fangsong: { alias: '仿宋', read: font('FangSong') },
  hei: { alias: '黑体', read: font('SimHei') },
  kai: { alias: '楷体', read: font('KaiTi') },
  title: { alias: '标题', read: font('方正小标宋简体') },
}

const BUNDLED = { bundled: ['自带', '随包'] } as const

/** `bundled`, or a font for some of the roles. */
export const fonts: Read<NonNullable<Settings['fonts']>> = (given) => {
  if (!isScalar(given.node)) return mapping(roles, { fangsong: 'FangSong' })(given)
  const written = asWritten(given.node)?.trim() ?? ''
  return chosen(BUNDLED, written) === undefined ? choice(BUNDLED)(given) : good('bundled')
}
