import { describe, expect, it } from 'vitest'
import { checkRoles } from '../../src/typeset/template/roles.js'

const template = (page: string, partials: Record<string, string> = {}) => ({
  kind: 'newsletter' as const,
  page: { path: 'page.hbs', text: page },
  partials: Object.fromEntries(
    Object.entries(partials).map(([name, text]) => [name, { path: `${name}.hbs`, text }]),
  ),
  styles: [],
})
const said = (...args: Parameters<typeof template>) =>
  checkRoles(template(...args)).map(({ file, at, severity, hint }) => [
    file,
    at.line,
    at.column,
    severity,
    hint,
  ])

describe('the roles of a template', () => {
  it('are right when every class of ours has its role', () => {
    const page = '<main class="sheet" data-role="sheet">{{> toc}}</main>'
    const toc =
      '<p class="contents-row" data-role="contents-row">{{title}}</p><p class="my-own">x</p>'
    expect(said(page, { toc })).toEqual([])
  })

  it('need a sheet', () => {
    expect(said('<main class="page"></main>')).toEqual([
      ['page.hbs', 1, 1, 'error', expect.stringContaining('data-role="sheet"')],
    ])
  })

  it('are told of where they were forgotten, with what to write', () => {
    const page =
      '<main data-role="sheet">\n  <article class="article wide" data-role="body">\n</main>'
    expect(said(page)).toEqual([
      ['page.hbs', 2, 3, 'warning', expect.stringContaining('data-role="body article"')],
    ])
  })

  it('may be given by the template’s own conditions', () => {
    const page =
      '<main class="sheet" data-role="sheet"><div class="mark{{#if x}} joint{{/if}}" data-role="mark{{#if x}} joint{{/if}}"></div></main>'
    expect(said(page)).toEqual([])
  })
})
