/** Why a file as a whole cannot be read as a Word document. Thrown inside the reader, a value outside. */
export class Unreadable extends Error {
  override name = 'Unreadable'

  constructor(
    /** Chinese, without a full stop. */
    readonly reason: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(reason, options)
  }
}

export const damaged = (cause?: unknown): Unreadable =>
  new Unreadable('不是完整的 Word 文件，打不开', '用 Word 或 WPS 打开，另存为 .docx，再导入。', {
    cause,
  })
