import { padNames } from '../../../issue/signature.js'
import type { Issue } from '../../../model/model.js'
import { dayText } from '../../../text/numerals.js'
import type { SealPicture } from '../view.js'
import type { Mark } from './issuing-authority.js'

/** 署名, 成文日期 and 印章 (GB/T 9704—2012, 7.3.5). The print layout puts them where the standard says. */
export interface DocumentSignature {
  /** 7.3.5.1: a seal on every name; 7.3.5.2 without. */
  sealed: boolean
  /** 7.3.5.3: the job title and the signature stamp of an order. */
  stamped: boolean
  names: { name: string; seal: SealPicture | undefined }[]
  date: string | undefined
  /** Who signs where no stamp is given. */
  signer: string | undefined
}

/** Undefined when nobody signs: minutes carry no signature (10.3). */
export function documentSignature(
  issue: Issue,
  mark: Mark,
  seals: readonly SealPicture[],
): DocumentSignature | undefined {
  const { settings, date, publisher } = issue
  if (settings.form === 'minutes') return undefined
  const joint = mark.suffix === undefined ? [] : mark.lines
  const names = settings.signedBy ?? (publisher !== undefined ? [publisher] : joint)
  const stamped = settings.form === 'order'
  return {
    sealed: !stamped && seals.length > 0,
    stamped,
    names: (joint.length > 1 && settings.signedBy === undefined ? joint : names).map(
      (name, index) => ({ name: padNames(name), seal: seals[index] }),
    ),
    // 7.3.5.4: Arabic digits, whatever the masthead uses.
    date: date === undefined ? undefined : dayText(date),
    signer: settings.signer?.map(padNames).join('\u3000'),
  }
}
