import type { Settings } from '../../model/settings.js'

/** What follows the issuer's name in the mark, by the form of the document. */
const endings = {
  letter: '',
  minutes: '会议纪要',
  order: '令',
} as const satisfies Record<NonNullable<Settings['form']>, string>

/**
 * The 发文机关标志 of a document that gives no 刊名: the issuer's name, with 文件 for the usual form
 * (GB/T 9704—2012, 7.2.4 and 10). Several signers stand one a line. Undefined when nobody is named.
 */
export function issuingAuthorityTitle({ form, signedBy, publisher }: Settings): string | undefined {
  const ending = form === undefined ? '文件' : endings[form]
  if (form === undefined && signedBy !== undefined && signedBy.length > 1) {
    return [...signedBy, ending].join('\n')
  }
  return publisher === undefined ? undefined : `${publisher}${ending}`
}
