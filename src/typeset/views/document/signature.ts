import { padNames } from '../../../issue/signature.js'
import type { Issue } from '../../../model/issue.js'
import { dayText } from '../../../text/numerals.js'
import type { DocumentSignature, IssuingAuthority, SealPicture } from '../../view-model.js'

/** The signature of a document; undefined if nobody signs: minutes have none (10.3). */
export function documentSignature(
  issue: Issue,
  mark: IssuingAuthority,
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
    // 7.3.5.4: Arabic digits, even if the masthead uses Chinese ones.
    date: date === undefined ? undefined : dayText(date),
    signer: settings.signer?.map(padNames).join('\u3000'),
  }
}
