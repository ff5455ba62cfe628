import type { Health } from '../model/health.js'
import type { Paint } from './diagnostic-text.js'

const signs = { ok: '✓', warning: '!', error: '✗' } as const

/**
 * Returns the output of `bulletin doctor`: one line per check, advice below each problem, and a
 * summary line.
 */
export function healthText(found: readonly Health[], paint: Paint): string {
  const lines = found.map(({ state, message, hint }) => {
    const sign = state === 'ok' ? signs.ok : paint[state](signs[state])
    return `${sign} ${message}${hint === undefined ? '' : `\n  改法：${hint}`}`
  })
  return [...lines, '', summary(found)].join('\n')
}

function summary(found: readonly Health[]): string {
  const errors = found.filter(({ state }) => state === 'error').length
  const warnings = found.filter(({ state }) => state === 'warning').length
  if (errors > 0) return `有 ${errors} 处不行，现在排不了；照“改法”办好再运行一次。`
  return warnings > 0 ? `可以排版；有 ${warnings} 处可以更好。` : '一切正常，可以排版。'
}
