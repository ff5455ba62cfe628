import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/lint/edit.js'
import { rules } from '../../src/lint/rules/index.js'
import { checkCase } from '../kit/check-case.js'

describe.each(rules)('$id', (rule) => {
  it.each(rule.examples.passes)('stays silent: %j', (text) => {
    expect(checkCase(rule, text).map(({ message }) => message)).toEqual([])
  })

  it.each(rule.examples.fails)('catches $text', ({ text, at, fixed }) => {
    const said = checkCase(rule, text)
    expect(said.map(({ at: { line, column } }) => `${line}:${column}`)).toContain(at)
    expect(said.every(({ hint, message }) => hint !== '' && message !== '')).toBe(true)
    const mended = applyEdits(
      text,
      said.flatMap(({ fix }) => fix ?? []),
    )
    expect(mended).toBe(fixed ?? text)
  })

  it('mends what it finds when it is of class A, and only then', () => {
    const mends = rule.examples.fails.filter(({ fixed }) => fixed !== undefined).length
    expect(mends).toBe(rule.class === 'fixable' ? rule.examples.fails.length : 0)
  })
})

describe('the table of rules', () => {
  it('has a rule for every file, named as the file is', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/lint/rules'))
    const names = files.filter((name) => name !== 'index.ts').map((name) => name.replace('.ts', ''))
    expect(rules.map(({ id }) => id).toSorted()).toEqual(names.toSorted())
  })

  it('switches off suggestions, and what is a matter of habit; everything else is on', () => {
    const off = rules.filter(({ severity }) => severity === 'off')
    const suggestions = rules.filter((rule) => rule.class === 'suggestion')
    expect(off.filter((rule) => !suggestions.includes(rule)).map(({ id }) => id)).toEqual([
      'space-around-latin',
    ])
    expect(suggestions.filter((rule) => !off.includes(rule))).toEqual([])
  })
})
