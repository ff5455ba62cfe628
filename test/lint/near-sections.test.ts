import { expect, it } from 'vitest'
import { parseIssue } from '../../src/input/parse-issue.js'
import { arrange } from '../../src/issue/arrange.js'

/** `line:column message` of what is said of articles that stand in these sections, one each. */
function said(listed: string, sections: readonly string[], kind?: 'document'): string[] {
  const file = (path: string, text: string) => ({ path, absolute: `/issue/${path}`, text })
  const { settings, articles } = parseIssue({
    name: 'issue',
    folder: '/issue',
    settings: file('bulletin.yaml', `刊名: 城东通讯\n栏目: [${listed}]\n`),
    articles: sections.map((section, index) =>
      file(`0${index}.md`, `---\n标题: 稿件${index}\n栏目: ${section}\n---\n\n正文一段。\n`),
    ),
    single: false,
    roots: [],
    diagnostics: [],
  })
  const options = { name: 'issue', drafts: false, kind }
  return arrange(settings, articles, options).diagnostics.flatMap(({ rule, at, message }) => {
    return rule === 'section-unlisted' ? `${at.line}:${at.column} ${message}` : []
  })
}

const listed = '要闻, 工作交流, 志愿服务'

it.each([
  ['要问', '要闻'],
  ['工作交留', '工作交流'],
  ['工作流', '工作交流'],
  ['志服愿务', '志愿服务'],
  ['要　闻', '要闻'],
])('names the section that %s nearly is', (typed, meant) => {
  const [one = '', ...others] = said(listed, ['要闻', typed])
  expect(others).toEqual([])
  expect(one).toMatch(/^3:1 /)
  expect(one).toContain(`“${typed}”`)
  expect(one).toContain(`“${meant}”`)
})

it('is silent of a new section', () => {
  expect(said(listed, ['要闻', '基层动态', '志愿者风采', '工作动态', '读书', '要'])).toEqual([])
})

it('is silent of a section that several articles stand in', () => {
  expect(said(listed, ['要闻', '新闻', '新闻'])).toEqual([])
})

it('is silent where sections are not listed, and in a document', () => {
  expect(said('', ['要闻', '要问'])).toEqual([])
  expect(said(listed, ['要问'], 'document')).toEqual([])
})
