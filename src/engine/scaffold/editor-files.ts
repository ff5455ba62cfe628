import { settingsSchema } from '../../input/settings/json-schema.js'

/**
 * Path of the settings schema in a publication. The leading dot excludes the folder from the
 * issues.
 */
const schemaPath = '.bulletin/bulletin.schema.json'

/** @param up relative path from the file to the publication's folder: '' or '../'. */
export const schemaLine = (up: '' | '../'): string =>
  `# yaml-language-server: $schema=${up}${schemaPath}\n`

/** A numbered placeholder of a snippet. */
const field = (number: number, text = ''): string =>
  text === '' ? `$${number}` : `\${${number}:${text}}`
const today = ['YEAR', 'MONTH', 'DATE'].map((part) => `$CURRENT_${part}`).join('-')

/** VS Code snippets by name. */
const snippets = {
  稿件: {
    scope: 'markdown',
    prefix: ['稿件', 'gaojian'],
    description: '一篇稿件的开头',
    body: [
      '---',
      `标题: ${field(1, '标题')}`,
      `栏目: ${field(2, '要闻')}`,
      `单位: ${field(3, '单位')}`,
      `作者: ${field(4, '姓名')}`,
      `日期: ${today}`,
      '---',
      '',
      '$0',
    ],
  },
  图片: {
    scope: 'markdown',
    prefix: ['图片', 'tupian'],
    description: '一张图片和它的说明',
    body: [`![${field(1, '说明')}](images/${field(2, '文件.jpg')}${field(3, ' "width=60%"')})`],
  },
  按语: {
    scope: 'markdown',
    prefix: ['按语', 'anyu'],
    description: '加框的按语',
    body: ['> 编者按：$0'],
  },
  简讯: {
    scope: 'markdown',
    prefix: ['简讯', 'jianxun'],
    description: '一条简讯和它的署名',
    body: [`- ${field(1, '6月1日，……。')}`, '', `  （${field(2, '单位')} ${field(3, '姓名')}）`],
  },
  脚注: {
    scope: 'markdown',
    prefix: ['脚注', 'jiaozhu'],
    description: '文末的注',
    body: [`[^${field(1, '1')}]$0`, '', `[^${field(1, '1')}]: ${field(2, '注文')}`],
  },
  横排表格: {
    scope: 'markdown',
    prefix: ['横排', 'hengpai'],
    description: '单独一页横着排的表格',
    body: [
      '<!-- 横排 -->',
      '',
      '| $1 | $2 |',
      '| --- | --- |',
      '| $3 | $4 |',
      '',
      '<!-- /横排 -->',
    ],
  },
}

/**
 * Returns the configuration for editors: the schema of `bulletin.yaml`, and snippets for VS Code.
 */
export const editorFiles = (): [path: string, text: string][] => [
  [schemaPath, `${JSON.stringify(settingsSchema(), null, 2)}\n`],
  ['.vscode/bulletin.code-snippets', `${JSON.stringify(snippets, null, 2)}\n`],
  ['.vscode/extensions.json', '{ "recommendations": ["redhat.vscode-yaml"] }\n'],
]
