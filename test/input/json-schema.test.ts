import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import matter from 'gray-matter'
import { globSync } from 'tinyglobby'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { fields } from '../../src/input/article/fields.js'
import { frontMatterSchema, settingsSchema } from '../../src/input/settings/json-schema.js'
import { settings } from '../../src/input/settings/settings.js'
import { root } from '../kit/workspace.js'

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true })
const isSettings = ajv.compile(settingsSchema())
const isFrontMatter = ajv.compile(frontMatterSchema())
const values = (text: string): unknown => parse(text, { schema: 'core' })

describe('the schema of bulletin.yaml', () => {
  const files = globSync(['fixtures/**/bulletin.yaml', 'examples/**/bulletin.yaml'], {
    cwd: root,
    ignore: ['fixtures/situations/**', 'fixtures/seeded/**'],
  })

  it.each(files)('takes %s, which builds', (file) => {
    isSettings(values(readFileSync(join(root, file), 'utf8')))
    expect(isSettings.errors ?? []).toEqual([])
  })

  it('has every key under both its names, with a description', () => {
    const properties = settingsSchema().properties as Record<string, { description: string }>
    for (const [key, { alias }] of Object.entries(settings)) {
      expect(properties[key]?.description).toMatch(new RegExp(`^${alias}：.`))
      expect(properties[alias]).toEqual(properties[key])
    }
  })

  it.each([
    'titel: 工作通讯',
    'numerals: roman',
    '期号: -1',
    'check: { rules: { jiezhi: loud } }',
    'page: { chars: 5 }',
    '版面: { 行数: 20 }',
    'fonts: { hei: [SimHei] }',
    '编辑: 尹红',
  ])('does not take %s', (text) => {
    expect(isSettings(values(text))).toBe(false)
  })

  it.each([
    '期号: 3\n总期号: 无\n日期: 2021-06-28',
    'sections: [要闻, { 名称: 交流, 按语: 好 }]\nfonts: 自带',
    '模板: ./my-template\n封面: false',
    '编辑:\n  总编辑: 尹 红\n  编辑: [甲, 乙]',
    'check: { rules: { jiezhi: off, unpaired: error }, words: { 尹虹: 尹红 } }',
  ])('takes what is read: %s', (text) => {
    expect(isSettings(values(text))).toBe(true)
  })
})

describe('the schema of front-matter', () => {
  const articles = globSync(['fixtures/{issue-54,briefing-19,notice-7,minutes}/*.md'], {
    cwd: root,
  })

  it.each(articles)('takes that of %s', (file) => {
    const { matter: yaml } = matter(readFileSync(join(root, file), 'utf8'), {
      engines: { yaml: (text: string) => values(text) as object },
    })
    isFrontMatter(values(yaml) ?? {})
    expect(isFrontMatter.errors ?? []).toEqual([])
  })

  it('has every key under both its names', () => {
    const { properties } = frontMatterSchema() as { properties: object }
    const names = Object.entries(fields).flatMap(([key, { alias }]) => [key, alias])
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(names))
  })
})
