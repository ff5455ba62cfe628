import { describe, expect, it } from 'vitest'
import { checkTemplate } from '../../src/typeset/template/check-template.js'
import { fill } from '../../src/typeset/template/template.js'

const template = (page: string, partials: Record<string, string> = {}) => ({
  kind: 'newsletter' as const,
  page: { path: 'page.hbs', text: `<main data-role="sheet">\n${page}</main>` },
  partials: Object.fromEntries(
    Object.entries({ cover: '封面', ...partials }).map(([name, text]) => [
      name,
      { path: `${name}.hbs`, text },
    ]),
  ),
  styles: [],
})
const said = (...args: Parameters<typeof template>) =>
  checkTemplate(template(...args)).map(({ file, at, rule }) => `${file}:${at.line} ${rule}`)

const view = {
  publisher: '馆',
  note: '',
  masthead: { lines: ['甲', '乙'] },
  contents: [{ section: '要闻', rows: [] }],
}

describe('what a template may write', () => {
  it.each([
    ['{{publisher}}{{{note}}}{{&publisher}}{{~publisher~}}{{this.publisher}}', '馆馆馆馆'],
    ['{{#if note}}甲{{else if publisher}}乙{{else}}丙{{/if}}{{#unless note}}丁{{/unless}}', '乙丁'],
    ['{{#each masthead.lines}}{{@index}}{{this}}{{#if @last}}完{{/if}}{{/each}}', '0甲1乙完'],
    ['{{#with masthead}}{{#each lines}}{{../../publisher}}{{/each}}{{/with}}', '馆馆'],
    ['{{#each contents}}{{section}}{{@root.publisher}}{{/each}}{{> cover}}', '要闻馆封面'],
  ])('%s', (page, printed) => {
    const made = template(page)
    expect(checkTemplate(made)).toEqual([])
    expect(fill(made, view)).toContain(printed)
  })
})

describe('what ends in a message with a place, not in an error of Handlebars', () => {
  it.each([
    '{{constructor}}',
    '{{[__proto__]}}',
    '{{@root.constructor}}',
    '{{lookup this "constructor"}}',
    '{{#with "s" as |string|}}{{string.sub}}{{/with}}',
    '{{@nope}}',
    '{{@index}}',
    '{{../publisher}}',
    '{{#each masthead.lines}}{{../../publisher}}{{/each}}',
    '{{helperMissing}}',
  ])('a name that is none: %s', (page) => {
    expect(said(page)).toContain('page.hbs:2 template-name')
  })

  it.each([
    '{{#if (nope 1)}}字{{/if}}',
    '{{#if publisher x=(nope)}}字{{/if}}',
    '{{> cover x=(nope)}}',
    '{{publisher 1}}',
    '{{publisher x=1}}',
    '{{#each}}字{{/each}}',
    '{{#if publisher note}}字{{/if}}',
    '{{> cover publisher note}}',
    '{{#> cover}}字{{/cover}}',
    '{{#*inline "x"}}字{{/inline}}',
    '{{* decorator}}',
    '{{1}}',
    '{{"x"}}',
    '{{undefined}}',
  ])('a way of writing that is none: %s', (page) => {
    expect(said(page)).toContain('page.hbs:2 template-syntax')
  })

  it.each(['{{> constructor}}', '{{> __proto__}}', '{{> ../../secret}}', '{{> (publisher)}}'])(
    'a partial that is none: %s',
    (page) => {
      expect(said(page)).toContain('page.hbs:2 template-name')
    },
  )

  it('a partial in itself, at whatever distance', () => {
    expect(said('{{> a}}', { a: '{{> a}}' })).toEqual(['a.hbs:1 template-syntax'])
    expect(said('{{> a}}', { a: '字\n{{> b}}', b: '{{#if note}}\n{{> a}}{{/if}}' })).toEqual([
      'b.hbs:2 template-syntax',
    ])
    expect(said('{{> cover}}{{> cover}}')).toEqual([])
  })
})
