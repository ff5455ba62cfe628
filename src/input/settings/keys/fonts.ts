import { isScalar } from 'yaml'
import type { FileReference, FontRole, Settings } from '../../../model/settings.js'
import type { Table } from '../schema.js'
import { mapping, objectSchema } from '../schema.js'
import type { Decoder } from '../value.js'
import { accepting, ok } from '../value.js'
import { choice, chosen } from '../values/choice.js'
import { file } from '../values/file.js'
import { asWritten, text } from '../values/text.js'

/**
 * A font file, recognised by a `/` or a font file's extension, or the name of an installed family.
 */
const font =
  (sample: string): Decoder<FileReference | string> =>
  (given) => {
    const written = asWritten(given.node) ?? ''
    return /[/\\]|\.(?:ttf|otf|ttc|otc|woff2?)$/i.test(written)
      ? file('fonts/my-font.ttf')(given)
      : text(sample)(given)
  }

/** The definition of a font role. `usedFor` appears in the documentation. */
const role = (alias: string, usedFor: string, sample: string) => ({
  alias,
  usedFor,
  about: `${usedFor}用的字体：字体文件，或装好的字体的名字`,
  decode: accepting({ type: 'string', examples: [sample] }, font(sample)),
})

/** `fonts`: a font for some of the roles. */
export const fontKeys = {
  song: role('宋体', '目录、页码', 'SimSun'),
  fangsong: role('仿宋', '正文', 'FangSong'),
  hei: role('黑体', '栏目、一级小标题', 'SimHei'),
  kai: role('楷体', '按语、二级小标题', 'KaiTi'),
  title: role('标题', '刊名、标题（小标宋）', '方正小标宋简体'),
} satisfies Table<Partial<Record<FontRole, FileReference | string>>>

const BUNDLED = { bundled: ['自带', '随包'] } as const

/** `bundled`, or a font for some of the roles. */
export const fonts: Decoder<NonNullable<Settings['fonts']>> = accepting<
  NonNullable<Settings['fonts']>
>({ anyOf: [{ enum: ['bundled', ...BUNDLED.bundled] }, objectSchema(fontKeys)] }, (given) => {
  if (!isScalar(given.node))
    return mapping<Partial<Record<FontRole, FileReference | string>>>(fontKeys, {
      fangsong: 'FangSong',
    })(given)
  const written = asWritten(given.node)?.trim() ?? ''
  return chosen(BUNDLED, written) === undefined ? choice(BUNDLED)(given) : ok('bundled')
})
