import { describe, expect, it } from 'vitest'
import { settingsText } from '../../../src/engine/import/settings-file.js'
import { imported } from '../../kit/imported.js'
import { face, paragraph, run, table } from '../../kit/word.js'

const centred = '<w:jc w:val="center"/>'
const right = '<w:jc w:val="right"/>'
const red = (text: string) =>
  paragraph(run(text, face('方正小标宋简体', 36, '<w:color w:val="FF0000"/>')), centred)
const body = (text: string, how = '') => paragraph(run(text, face('仿宋', 16)), how)

const above = [body('000012'), body('秘密★1年　加急')]
const head = [red('澄川市文化局文件'), body('澄文发〔2022〕7号　　签发人：陆 青', centred)]
const title = paragraph(run('关于开展登记工作的请示', face('方正小标宋简体', 22)), centred)
const text = [
  body('市政府：'),
  body('为摸清全市文化志愿者队伍的底数，拟于2022年6月开展登记，现请示如下。'),
  body('一、登记对象'),
  body('凡在本市参加过文化志愿服务的个人，均可以登记。'),
  body('附件：登记表'),
]
const signed = [body('澄川市文化局', right), body('2022年5月29日', right)]
const note = body('（联系人：宋 禾）')
const imprint = table([
  ['抄送：市文化研究所，市图书馆。'],
  ['澄川市文化局办公室　　　2022年5月30日印发'],
])

const document = (...parts: string[]) => imported({ body: parts.join('') })

describe('an official document', () => {
  it('leaves to bulletin.yaml what the template sets around its body', () => {
    const made = document(...above, ...head, title, ...text, ...signed, note, imprint)
    const { redHead } = made
    expect(redHead && settingsText(redHead)).toBe(
      [
        '模板: document',
        '刊名: 澄川市文化局文件',
        '份号: "000012"',
        '密级: "秘密★1年"',
        '紧急程度: 加急',
        '发文字号: "澄文发〔2022〕7号"',
        '签发人: 陆 青',
        '主送: 市政府',
        '附注: "联系人：宋 禾"',
        '抄送: 市文化研究所，市图书馆。',
        '印发机关: 澄川市文化局办公室',
        '印发日期: "2022年5月30日"',
        '',
      ].join('\n'),
    )
    expect(made.head).toBe(
      '标题: 关于开展登记工作的请示\n单位: 澄川市文化局\n日期: "2022年5月29日"',
    )
    expect(made.body).toMatch(/^为摸清.*\n\n## 一、登记对象\n\n.*\n\n附件：登记表$/)
    expect(made.letters).toMatchObject({ missing: '', extra: '' })
  })

  it('is signed before its attachments, which the report asks to part from it', () => {
    const attached = [body('附件'), body('登记表', centred), body('姓名、特长、服务时段。')]
    const made = document(...head, title, ...text, ...signed, ...attached)
    expect(made.head).toContain('单位: 澄川市文化局\n日期: "2022年5月29日"')
    expect(made.body).toMatch(/附件：登记表\n\n附件\n\n登记表\n\n姓名、特长、服务时段。$/)
    const [asked] = made.said.filter(({ about }) => about === 'attachment')
    expect(made.text.split('\n')[(asked?.at.line ?? 0) - 1]).toBe('附件')
  })

  it('keeps all of this in the text without a red head, or when the head is not kept', () => {
    for (const made of [
      document(title, ...text, ...signed),
      imported({ body: [...head, title, ...text, ...signed].join('') }, { keepsHead: false }),
    ]) {
      expect(made.body).toMatch(/^市政府：\n\n为摸清/)
      expect(made.letters).toMatchObject({ missing: '', extra: '' })
    }
  })
})
