import type { Settings } from '../../model/settings.js'

/** Text after the issuer's name in the 发文机关标志, by form of the document. */
const endings = {
  letter: '',
  minutes: '会议纪要',
  order: '令',
} as const satisfies Record<NonNullable<Settings['form']>, string>

/**
 * Returns the 发文机关标志 of a document without a 刊名: the issuer's name, followed by 文件 for the standard
 * form (GB/T 9704—2012, 7.2.4 and 10). Several issuers are on one line each. Undefined if no issuer
 * is given.
 */
export function issuingAuthorityTitle({ form, signedBy, publisher }: Settings): string | undefined {
  const ending = form === undefined ? '文件' : endings[form]
  if (form === undefined && signedBy !== undefined && signedBy.length > 1) {
    return [...signedBy, ending].join('\n')
  }
  return publisher === undefined ? undefined : `${publisher}${ending}`
}
