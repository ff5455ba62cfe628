import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issuingAuthorityTitle } from '../../src/issue/document/issuing-authority.js'
import { widthInEm } from '../../src/text/em-width.js'
import { titleLines } from '../../src/text/title-lines.js'
import { issuingAuthority } from '../../src/typeset/views/document/issuing-authority.js'
import { shapedTitle } from '../../src/typeset/views/document/title-shape.js'

const titles = [
  '关于开展2022年全市文化志愿者实名登记和服务时长核对工作的通知',
  '关于将“夜读澄川”公益讲解列入2022年度全市文化志愿服务重点项目的请示',
  '云溪市文化局关于印发《云溪市公共图书馆文献捐赠管理办法（试行）》的通知',
  '关于同意承办2022年全市文化志愿服务经验交流会的复函',
  '云溪市人民礼堂管理处关于进一步加强夏季防汛防台风和高温天气安全管理工作的紧急通知',
]

describe('the shape of a title (GB/T 9704—2012, 7.3.1)', () => {
  it.each(titles)('is no rectangle and no hourglass: %s', (title) => {
    const lines = shapedTitle(title, 20)
    expect(lines.join('')).toBe(title)
    const lengths = lines.map(widthInEm)
    expect(Math.max(...lengths)).toBeLessThanOrEqual(20)
    // A title that fills its lines completely leaves no room for a shape, so it gets one line more.
    expect(lines.length).toBeLessThanOrEqual(Math.ceil((widthInEm(title) + 1) / 20))
    expect(new Set(lengths).size).toBeGreaterThan(1)
    for (const [index, length] of lengths.slice(1, -1).entries()) {
      const [above, below] = [lengths[index] ?? 0, lengths[index + 2] ?? 0]
      expect(length < above && length < below).toBe(false)
    }
    for (const line of lines.slice(1)) expect(line).not.toMatch(/^[的者性、，。）》”]/u)
  })

  it('keeps the breaks that the writer made', () => {
    expect(shapedTitle('云溪市文化局\n关于开放书库的通知', 20)).toEqual([
      '云溪市文化局',
      '关于开放书库的通知',
    ])
  })

  it('loses no character of any title', () => {
    const syllable = fc.constantFrom(...'云溪市文化局关于开展书库的整理和《办法》工作通知2022年')
    fc.assert(
      fc.property(fc.array(syllable, { minLength: 1, maxLength: 120 }), (syllables) => {
        const title = syllables.join('')
        expect(shapedTitle(title, 20).join('')).toBe(title)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the lines of a title', () => {
  it.each([
    '云溪市文化局关于2022/2021年度全市｜公共文化设施免费开放绩效评价结果的通报',
    '关于2021年7月1日至2021年12月31日期间｜调整开放时间的公告',
    '苇川市开展“苇安—2022”防汛｜应急综合演练暨桌面推演总结大会',
    '鹿鸣县文化馆馆长冯棠荣获｜“全国最美文化志愿者”称号',
    '市协会会长欧阳澜到鹿鸣县栗坪镇｜调研文化志愿服务站点建设情况',
    '关于印发｜《云溪市公共图书馆文献捐赠管理办法》｜和《云溪市公共图书馆读者守则》的通知',
    '青禾区柳荫街道办事处启动“一老一小”｜文化陪伴行动，惠及居民12 000余户',
    '一部电梯装了十四个月｜——北渚区“楼道议事会”的实践与启示',
    '望津区把“文化客厅”｜建在群众抬脚就到的地方',
  ])('end where the sense makes a pause: %s', (wanted) => {
    expect(titleLines(wanted.replaceAll('｜', ''), 20).join('｜')).toBe(wanted)
  })

  it('give an office a line of its own rather than cut its name', () => {
    expect(
      shapedTitle(
        '中共云溪市委宣传部云溪市精神文明建设指导委员会办公室关于开展2024—2026年“书香云溪”全民阅读活动的通知',
        20,
      ).slice(0, 2),
    ).toEqual(['中共云溪市委宣传部', '云溪市精神文明建设指导委员会办公室'])
  })

  it('never cut a number from its unit, a span of years or a short quotation', () => {
    const kept = ['2019—2022年', '36.5万小时', '12 000余户', '第5批', '“苇安—2022”', 'COVID-19']
    const syllable = fc.constantFrom(...'云溪市文化局关于开展书库的整理和工作通知')
    const some = fc.array(syllable, { minLength: 8, maxLength: 24 }).map((all) => all.join(''))
    fc.assert(
      fc.property(some, fc.constantFrom(...kept), some, (before, run, after) => {
        expect(titleLines(before + run + after, 20).some((line) => line.includes(run))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('发文机关标志', () => {
  it('parts 文件 from a stack of several issuers', () => {
    expect(issuingAuthority('云溪市文化局\n云溪市图书馆\n文件')).toMatchObject({
      lines: ['云溪市文化局', '云溪市图书馆'],
      suffix: '文件',
    })
  })

  it('keeps one issuer on one line as long as the letters stay larger than the title', () => {
    const { lines, size } = issuingAuthority('云溪市文化志愿者协会办公会议纪要')
    expect(lines).toHaveLength(1)
    expect(size).toBeGreaterThan(22)
  })

  it('always fits the type area, 442 pt', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (length) => {
        const { lines, size } = issuingAuthority('云'.repeat(length))
        for (const line of lines) expect(widthInEm(line) * size).toBeLessThanOrEqual(442)
      }),
    )
  })
})

describe('the mark of a document that gives no 刊名', () => {
  const settings = { publisher: '云溪市文化局' }

  it.each([
    [undefined, '云溪市文化局文件'],
    ['letter', '云溪市文化局'],
    ['minutes', '云溪市文化局会议纪要'],
    ['order', '云溪市文化局令'],
  ] as const)('is made from the issuer, as its form %s wants', (form, mark) => {
    expect(issuingAuthorityTitle({ ...settings, ...(form && { form }) })).toBe(mark)
  })

  it('names every signer of a joint document', () => {
    expect(issuingAuthorityTitle({ signedBy: ['云溪市文化局', '云溪市图书馆'] })).toBe(
      '云溪市文化局\n云溪市图书馆\n文件',
    )
  })

  it('is left to the folder’s name when nobody is named', () => {
    expect(issuingAuthorityTitle({})).toBeUndefined()
  })
})
