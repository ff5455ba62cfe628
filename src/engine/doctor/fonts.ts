import type { FontSet } from '../../fonts/font-set.js'
import { ROLES } from '../../fonts/roles.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Health } from '../../model/health.js'
import type { FontReport } from '../../model/report.js'

const origins = { configured: '设置里写的', installed: '这台电脑装的', bundled: '随包带来的' }

/**
 * Reports the face of every role. A substitute face is a warning that names the font to install.
 */
export const fontsHealth = (report: readonly FontReport[]): Health[] =>
  report.map(({ role, family, origin, standIn }): Health => {
    const { chinese, names } = ROLES[role]
    const message = `${chinese}：${family}（${origins[origin]}）`
    if (!standIn) return { name: 'font', state: 'ok', message }
    const [first = chinese] = names
    return {
      name: 'font',
      state: 'warning',
      message: `${message}，是代用字体。`,
      hint: `装上${first}，或在 bulletin.yaml 的 字体 里写字体文件。`,
    }
  })

/**
 * Reports the fonts that `fonts:` names but that are missing, and the characters of an issue that
 * no face contains.
 */
export const issueHealth = (diagnostics: readonly Diagnostic[]): Health[] => {
  const missing = diagnostics.filter(({ rule }) => rule === 'glyph-missing')
  const others = diagnostics.filter(({ rule }) => rule.startsWith('font'))
  const results = [...others, ...missing].map(
    ({ file, at, message, hint }): Health => ({
      name: 'characters',
      state: 'error',
      message: `${file}:${at.line}:${at.column} ${message}`,
      hint: hint,
    }),
  )
  return results.length > 0
    ? results
    : [{ name: 'characters', state: 'ok', message: '这一期的每个字都有字体' }]
}

/** The sample text: everyday words, a document number, digits and punctuation. */
const text = '本期收到来稿三十六篇，“市发〔2021〕3号”——１２３ 123 ABC 、；：？！《》'

/**
 * Returns an HTML page that shows the face of every role. The faces are embedded, so the page looks
 * the same on every machine.
 */
export async function sampleHtml(fonts: FontSet): Promise<string> {
  const captions = fonts.report.map(({ role, family }) => `${ROLES[role].chinese}（${family}）`)
  const { embeddedCss } = await fonts.subset(`${text}${captions.join('')}`)
  const rows = fonts.report.map(({ role }, index) => {
    const face = `font-family:var(--${role})`
    return `<section><h2>${captions[index] ?? ''}</h2><p style="${face};font-size:16pt">${text}</p><p style="${face};font-size:22pt">${text}</p></section>`
  })
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>字样</title><style>${embeddedCss()}
@page{size:A4;margin:20mm}h2{font:10.5pt var(--song);margin:8mm 0 2mm}p{margin:0 0 3mm;line-height:1.5}</style>${rows.join('')}</html>`
}
