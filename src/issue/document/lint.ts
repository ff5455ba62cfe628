import type { PlacedSettings } from '../../input/settings/issue-settings.js'
import type { Article } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { configurationErrorAt, errorAt, warningAt } from '../../model/diagnostic.js'
import type { Issue } from '../../model/issue.js'
import type { Place } from '../../model/place.js'
import { fileStart } from '../../model/place.js'
import { numberProblem } from './number.js'
import { typedTwice } from './typed-twice.js'

type Where = PlacedSettings['where']
type DiagnosticText = Pick<Diagnostic, 'rule' | 'message' | 'hint'>

/**
 * Checks a document against GB/T 9704—2012. Violations of a mandatory clause are errors, those of a
 * general one are warnings (docs/design/layout-rules.md, 0: strength).
 */
export function checkDocument(issue: Issue, where: Where): Diagnostic[] {
  const articles = issue.sections.flatMap((section) => section.articles)
  return [
    ...checkNumber(issue, where),
    ...checkRecipients(issue, where),
    ...checkDate(issue, where),
    ...checkMarks(issue, where),
    ...checkSeals(issue, where),
    ...checkBody(articles, where),
    ...articles.flatMap(checkAttachment),
    ...typedTwice(issue, articles),
  ]
}

/**
 * The place for a missing setting: that of `template`, else the start of the file that contains the
 * settings.
 */
function missingPlace(where: Where): Place {
  const file = where.template?.file ?? Object.values(where)[0]?.file ?? 'bulletin.yaml'
  return { file, at: where.template?.at ?? fileStart }
}

/** A configuration error, or a content error if the settings are in an article's front-matter. */
const settingError = (place: Place, texts: DiagnosticText): Diagnostic =>
  (place.file.endsWith('.md') ? errorAt : configurationErrorAt)(place, texts)

function checkNumber({ settings }: Issue, where: Where): Diagnostic[] {
  const { docNumber, form } = settings
  // 10.2 and 10.3: an order has a number of another form (第3号), minutes may have any.
  if (form === 'minutes' || form === 'order') return []
  if (docNumber === undefined) {
    return [
      settingError(missingPlace(where), {
        rule: 'document-number-missing',
        message: '公文没有发文字号。',
        hint: '写上 发文字号: 某发〔2022〕7号（英文键名是 docNumber）。',
      }),
    ]
  }
  const problem = numberProblem(docNumber)
  if (!problem) return []
  return [
    settingError(where.docNumber ?? missingPlace(where), {
      rule: 'document-number',
      message: problem.message,
      hint: `写成 ${problem.right}。`,
    }),
  ]
}

function checkRecipients({ settings }: Issue, where: Where): Diagnostic[] {
  const { recipients, form } = settings
  if (recipients !== undefined || form === 'minutes' || form === 'order') return []
  return [
    warningAt(missingPlace(where), {
      rule: 'document-recipients-missing',
      message: '公文没有主送机关。',
      hint: '写上 主送: 各区（县）文化馆（英文键名是 recipients）；公告、通告没有主送机关，可以不理。',
    }),
  ]
}

function checkDate({ date, settings }: Issue, where: Where): Diagnostic[] {
  if (settings.form === 'minutes' || date?.day !== undefined) return []
  const [message, place] =
    date === undefined
      ? ['公文没有成文日期。', missingPlace(where)]
      : [`成文日期只写到月：“${date.year}年${date.month}月”。`, where.date ?? missingPlace(where)]
  const sample =
    date === undefined ? '2022-05-29' : `${date.year}-${String(date.month).padStart(2, '0')}-29`
  return [
    settingError(place, {
      rule: 'document-date-missing',
      message,
      hint: `写上年、月、日，如 日期: ${sample}（英文键名是 date）。`,
    }),
  ]
}

/** 7.2.1–7.2.3: general clauses, hence warnings. */
function checkMarks({ settings }: Issue, where: Where): Diagnostic[] {
  const rows = [
    { key: 'copyNumber', label: '份号', shape: /^\d{6}$/, sample: '000001，用 6 位数字，前面补 0' },
    {
      key: 'secrecy',
      label: '密级',
      shape: /^(?:绝密|机密|秘密)(?:★.*\d.*|★长期)?$/u,
      sample: '秘密★1年',
    },
    {
      key: 'urgency',
      label: '紧急程度',
      shape: /^(?:特急|加急|特提|平急)$/u,
      sample: '加急，或 特急',
    },
  ] as const
  return rows.flatMap(({ key, label, shape, sample }) => {
    const value = settings[key]
    if (value === undefined || shape.test(value.trim())) return []
    return warningAt(where[key] ?? missingPlace(where), {
      rule: `document-${kebab[key]}`,
      message: `${label}“${value}”不是通常的写法。`,
      hint: `写成 ${sample}。`,
    })
  })
}

const kebab = { copyNumber: 'copy-number', secrecy: 'secrecy', urgency: 'urgency' } as const

/** 7.3.5.1: one seal for each signed name. */
function checkSeals({ settings, title, publisher }: Issue, where: Where): Diagnostic[] {
  const { seal = [], signedBy, form } = settings
  const joint = title
    .split(/\n|<br\s*\/?>/i)
    .filter((line) => !/^\s*(?:文件)?\s*$/u.test(line)).length
  const names = signedBy?.length ?? Math.max(joint, publisher === undefined ? 0 : 1)
  if (seal.length === 0 || form === 'minutes' || seal.length === names) return []
  return [
    settingError(where.seal ?? missingPlace(where), {
      rule: 'document-seals',
      message: `印章有 ${seal.length} 个，署名有 ${names} 个，对不上。`,
      hint: '按署名的顺序，每个署名给一个印章，如 印章: [images/甲.png, images/乙.png]。',
    }),
  ]
}

function checkBody(articles: readonly Article[], where: Where): Diagnostic[] {
  const bodies = articles.filter(({ fields }) => !fields.attachment)
  const [, ...others] = bodies
  if (bodies.length === 0) {
    return [
      settingError(missingPlace(where), {
        rule: 'document-body-missing',
        message: '公文没有正文：文件夹里只有附件，或者没有稿件。',
        hint: '加一个 .md 文件写正文，它的 --- 区里不写 附件。',
      }),
    ]
  }
  return others.map(({ path, where: at, fields }) =>
    errorAt(
      { file: path, at: at.title ?? fileStart },
      {
        rule: 'document-body-twice',
        message: `公文只能有一篇正文，“${(fields.title || path).replaceAll('\n', '')}”是多出来的。`,
        hint: '它是附件就在 --- 区里写上 附件: 是（或附件的名称）；不是就移到别的文件夹。',
      },
    ),
  )
}

/** 7.3.4: the 附件说明 lists the name of every attachment. */
function checkAttachment({ path, where, fields }: Article): Diagnostic[] {
  const { attachment, title, tocTitle } = fields
  if (attachment !== true || title || tocTitle) return []
  return [
    errorAt(
      { file: path, at: where.attachment ?? fileStart },
      {
        rule: 'attachment-name-missing',
        message: '这个附件没有名称，附件说明里写不出它。',
        hint: '把 附件: 是 改成附件的名称，如 附件: 报名表；或者写上标题。',
      },
    ),
  ]
}
