import { describe, expect, it } from 'vitest'
import { html, page } from '../kit/markdown-page.js'

/** The HTML of a text, one block per line. */
const blocks = (markdown: string) => html(markdown).split('\n')
const marks = (markdown: string) =>
  [...html(markdown).matchAll(/data-mark="([^"]*)"/g)].map(([, mark]) => mark)

describe('the numbers of a list', () => {
  it.each([
    ['1. 甲\n2. 乙\n4. 丁\n7. 庚', ['1.', '2.', '4.', '7.']],
    ['0. 甲\n1. 乙', ['0.', '1.']],
    ['5. 甲\n\n   又一段\n\n6. 乙\n9. 丙', ['5.', '6.', '9.']],
    ['1. 甲\n2. 乙\n2. 丙', ['1.', '2.', '2.']],
    ['1. 甲\n\n正文\n\n3. 乙', ['1.', '3.']],
    ['1. 甲\n1. 乙\n1. 丙', ['1.', '2.', '3.']],
    ['3. 甲\n3. 乙', ['3.', '4.']],
    ['2021. 立项\n2022. 开工\n2024. 开馆', ['2021.', '2022.', '2024.']],
    ['1. 甲\n   1. 乙\n      1. 丙\n      3. 丁\n   4. 戊', ['1.', '（1）', '①', '③', '（4）']],
    ['1) 甲\n3) 乙', ['1）', '3）']],
    ['1. 甲\n   1) 乙\n\n      2. 丙', ['1.', '1）', '②']],
    ['> 2. 甲\n> 4. 乙', ['2.', '4.']],
    ['- 甲\n\n  4. 乙\n  6. 丙', ['4.', '6.']],
  ])('%j prints %j', (markdown, expected) => {
    expect(marks(markdown)).toEqual(expected)
  })

  it('go on in brackets past ⑳ and before ①', () => {
    const items = Array.from({ length: 22 }, (_, index) => `         ${index}. 项`)
    const printed = marks(`1. 甲\n    1. 乙\n\n${items.join('\n')}`).slice(2)
    expect(printed.slice(0, 2)).toEqual(['(0)', '①'])
    expect(printed.slice(-2)).toEqual(['⑳', '(21)'])
  })

  it('have the room that the widest takes, in whole cells', () => {
    expect(html('2021. 甲\n3. 乙')).toContain('style="--mark:3em"')
    expect(html('99. 甲\n100. 乙')).toContain('style="--mark:3em"')
    expect(html('1. 甲\n\n   9. 乙\n   10. 丙')).toContain(
      '<ol start="9" class="list-2" style="--mark:3em">',
    )
    expect(html('98. 甲\n99. 乙')).not.toContain('style')
  })

  it('keep the paragraphs of an item apart', () => {
    expect(html('- 甲\n  1.乙\n  2.丙').replaceAll('\n', '')).toBe(
      '<ul class="list-1"><li><p>甲</p><p>1.乙</p><p>2.丙</p></li></ul>',
    )
  })
})

it.each([
  ['- [x] 甲\n- [ ] 乙', '☑ 甲 ☐ 乙'],
  ['* [X] 甲', '☑ 甲'],
  ['- [x]甲\n- [ ]乙\n- [√] 丙', '☑ 甲 ☐ 乙 ☑ 丙'],
  ['- [x] **甲**\n- ☑ 乙', '☑ 甲 ☑ 乙'],
  ['- [ ](https://a.cn)甲\n- [1]乙', ' 甲 [1]乙'],
])('the box of a task: %j prints %j', (markdown, expected) => {
  const items = html(markdown).matchAll(/<li>(.*?)<\/li>/g)
  expect([...items].map(([, item]) => item?.replace(/<[^>]*>/g, '')).join(' ')).toBe(expected)
})

describe('a line that begins with a typed number', () => {
  it.each([
    ['1.建队伍。', '2.建阵地。', '3.建机制。'],
    ['1、甲', '2、乙'],
    ['１．甲', '２．乙'],
    ['一、活动时间', '二、活动地点', '（一）主会场', '（二）分会场'],
    ['(一)甲', '(二)乙'],
    ['（1）甲；', '（2）乙。'],
    ['①甲', '② 乙', '③丙'],
    ['⑴甲', '⑵乙'],
    ['工作安排如下', '1）甲', '2）乙'],
    ['第一，甲。', '第二，乙。'],
    ['其一，甲；', '其二，乙。'],
    ['第一条　甲。', '第十二条　乙。'],
    ['1.1 总则', '1.2 范围', '1.2.1 术语'],
    ['1.2021年立项', '2.2022年开工'],
    ['A.甲', 'B.乙'],
    ['下列说法正确的是', 'A.甲', 'B.乙'],
    ['城东馆建成于（　　）', 'A.春', 'B.夏'],
    ['[1] 张三. 书名', '[2] 李四. 书名'],
    ['1️⃣ 先签到', '2️⃣ 再领号', '🔟 入场'],
    ['🌟 亮点一', '🎁 亮点二', '❤️ 亮点三'],
    ['正文。', '2. 乙', '3. 丙'],
    ['[x] 已办', '[ ] 未办'],
    ['　　一、甲', '　　二、乙'],
    ['一、活动时间', '2024年4月至6月', '二、活动地点', '市文化馆一楼'],
    ['（一）提高认识', '各单位要高度重视。'],
    ['正文', '注：数字为快报数', '资料来源：市统计局'],
    ['时间：2021年6月1日9：00', '地　点：三楼会议室', '出席: 王 芳、李 强', '联系人电话：1234'],
    ['问：哪一年参加工作？', '答：一九七九年。', '问：为什么？', 'A1：因为。'],
    ['师：怎么剪？', '生1：剪开来拼！', '生（齐）：平均分！'],
    ['甲方（盖章）： 乙方（盖章）：', '法定代表人： 法定代表人：', '日期： 日期：'],
    ['Created: April 3, 2024', 'Tags: 方法', 'Status: Done'],
    ['8:30 签到', '9：00 开幕', '10:30—11:30 参观'],
    ['会议强调：', '三、四项机制要健全'],
    ['正文', '一、活动时间'],
    ['（一）时间', '六月', '（二）地点'],
    ['一是关于经费。', '二是关于选址。', '三是关于人员。'],
  ])('begins a paragraph: %s', (...lines) => {
    const expected = lines.map((line) => `<p>${line.replace(/^　　/, '')}</p>`)
    expect(blocks(lines.join('\n'))).toEqual(expected)
  })

  it('begins one where tabs stand between the cells of a row, as Word and Excel copy them', () => {
    expect(blocks('菜品\t去年\t今年\n鸡丁\t8元\t')).toHaveLength(2)
  })

  it('begins one in bold, in a quotation, in a note and after a list', () => {
    expect(blocks('**一是甲。**乙\n**二是丙。**丁')).toHaveLength(2)
    expect(html('> 一、甲\n> 二、乙').match(/<p>/g)).toHaveLength(2)
    expect(html('甲[^a]\n\n[^a]: 一、甲\n    二、乙').match(/<p>/g)).toHaveLength(3)
    expect(html('1. 甲\n2、乙')).toMatch(/<\/ol>\n<p>2、乙<\/p>$/)
  })

  it.each([
    '投入\n3.5万元',
    '成立于\n2024年',
    '共计\n3、4月份',
    '自第\n三、四条起',
    '每周\n一、三、五开放',
    '（见图\n1）所示',
    '按照通知\n（二）的要求',
    '其中\n①②两项',
    '抓学习。\n二是读书',
    '甲。\n其次，乙',
    '约\n1.甲',
    '甲、\n1）乙',
    '面积\n3.5 万亩',
    '共\n100、甲',
    '会上强调\n要求：各单位落实',
    '据介绍：今年\n新增的有甲、乙',
    '他在现场\n问：“为什么？”',
    '一是甲，\n而二是乙',
    '**一是出主意。**收到建议300多条，\n最后确定“一书一茶”：一面墙的书',
    '甲\t乙\n丙',
    '预计完成投资\n2. 5亿元',
    '人数增加到\n20. 明年还要增加',
    '版本升级到\n2.1.3版以后',
    '参加的有\n一、二年级的学生',
    '本校\n一、二年级学生\n都参加了',
    '春季学期\n三、四年级开课',
    '一年级\n二、三年级',
    '二〇二四年\n十、十一月',
    '一共去了\n五、六个人',
    '按照要求\n（一）类企业应当',
    '每年\n1)次以上',
    '详见\n1、2号文件',
    '工作人员共计\n1.张三',
    '他是\n第一个来的',
    '觉得办法不错，\n最后一致同意',
    '用了三天。\n最后，他们成功了',
    '活动从上午\n9:00开始',
    '比分为\n3:2，主队胜',
    '据统计，截至\n12月31日，全市',
    '住在\n3、4号楼之间',
    '他是\nA.托尔斯泰',
    '其中\n第一，第二名由城东馆获得',
    '获奖的是\n第一、二名',
    '获奖的是\n第一、第二小组',
  ])('is none where the line was merely wrapped: %j', (markdown) => {
    expect(blocks(markdown)).toHaveLength(1)
  })

  it.each(['灯说：“明天见。”  \n门说：“见。”', '一、甲\\\n二、乙', '1.甲<br>\n2.乙'])(
    'is none where the writer broke the line: %j',
    (markdown) => expect(blocks(markdown)).toEqual([expect.stringContaining('<br>')]),
  )

  it('is none in Latin text', () => {
    expect(blocks('the number of doors is\n14. The next')).toHaveLength(1)
  })
})

describe('a line with blanks typed before it, as word processors have them', () => {
  it.each([
    '各位家长：\n　　运动会改期，\n　　　　请转告',
    '甲\n　　\n乙',
    '甲\n　　\n　　\n乙',
    '甲\n\u00a0\u00a0\u00a0\u00a0乙',
    '> 甲\n> 　　——乙',
  ])('begins a paragraph: %j', (markdown) => {
    const words = markdown
      .replaceAll(/[>\s\u3000]+/gu, ' ')
      .trim()
      .split(' ')
    expect([...html(markdown).matchAll(/<p>[\u3000\u00a0]*(.*?)<\/p>/g)].map(([, p]) => p)).toEqual(
      words,
    )
  })

  it('stays in verse whose lines the writer broke', () => {
    expect(html('寄给\\\n　　　　十年前的\\\n　　　　　　你')).toBe(
      '<p>寄给<br>　　　　十年前的<br>　　　　　　你</p>',
    )
  })

  it('is a signature at the end of a text: flush right', () => {
    const signed =
      '<p>特此通知。</p>\n<p class="align-right">明德小学</p>\n<p class="align-right">5月6日</p>'
    const [wide, narrow] = ['　'.repeat(18), ' '.repeat(30)]
    expect(html(`特此通知。\n\n${wide}明德小学\n${wide}5月6日`)).toBe(signed)
    expect(html(`特此通知。\n\n${narrow}明德小学\n${narrow}5月6日`)).toBe(signed)
    expect(html(`${wide}此致\n\n正文`)).toBe(`<p>${wide}此致</p>\n<p>正文</p>`)
  })
})

describe('what stands under a table', () => {
  const table = '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |'
  it.each([
    '注：本表为快报数。',
    '说明：甲含乙。',
    '资料来源：市统计局',
    '**注：**甲',
    '*注：甲*',
    '以上数字不含乡镇。',
    '注：甲|乙两类',
    '一、甲',
  ])('is no row: %s', (line) => {
    const printed = html(`${table}\n${line}`)
    expect(printed.match(/<tr>/g)).toHaveLength(2)
    expect(printed).toMatch(/<\/div>\n<p>.*<\/p>$/)
  })

  it.each(['3 | 4', '| 注：甲 |', '| 3 | 4', '| 甲\\|乙 | 丙 |'])('is one: %s', (line) => {
    expect(html(`${table}\n${line}`).match(/<tr>/g)).toHaveLength(3)
  })
})

describe('a line under a quotation without its mark', () => {
  it.each([
    '> 引文完了。\n正文',
    '> “引文！”\n正文',
    '> 甲\n> ——鲁迅\n正文',
    '> - 甲。\n正文',
    '- > 甲。\n  正文',
  ])('is outside after a sentence: %j', (markdown) => {
    expect(html(markdown)).toMatch(/<\/blockquote>\s*(?:<p>)?正文</)
  })

  it('is within when the sentence goes on, and told of', () => {
    const { html, said } = page('> 引文没有完，\n接着是正文\n\n> 按：\n正文\n\n> 一\n> 二')
    expect(html).toContain('<p>引文没有完，接着是正文</p>')
    expect(said).toEqual(['2:1 quote-goes-on', '5:1 quote-goes-on'])
  })

  it('is outside of a list as well', () => {
    expect(html('- 甲。\n- 乙。\n正文\n又一行')).toMatch(/<\/ul>\n<p>正文又一行<\/p>$/)
    expect(html('1. 甲！\n　　正文')).toMatch(/<\/ol>\n<p>正文<\/p>$/)
    expect(html('- 甲。\n  乙\n- 丙')).toContain('<li>甲。乙</li>')
    const { html: printed, said } = page('- 甲\n- 乙\n以上各项\n- 丙\n  丁\n\n> - 戊\n> 己')
    expect(printed).toContain('<li>乙以上各项</li>')
    expect(said).toEqual(['3:1 list-goes-on'])
  })

  it('is outside a footnote as well', () => {
    expect(html('甲[^a]\n\n[^a]: 注文。\n正文')).toContain('<p>正文</p>')
  })
})

describe('line separators', () => {
  it.each(['\u000b', '\u0085', '\u2028', '\u2029'])('%j is a line break', (mark) => {
    expect(html(`路1号${mark}电话`)).toBe('<p>路1号<br>电话</p>')
    expect(html(`| 甲${mark}乙 |\n| - |`)).toContain('<th>甲<br>乙</th>')
    expect(html(`## 甲${mark}乙`)).toContain('甲<br>乙')
    expect(html(`- 甲${mark}乙`)).toContain('甲<br>乙')
    expect(html(`<table><tr><td>甲${mark}乙</td></tr></table>`)).toContain('<td>甲<br>乙</td>')
    expect(html(`\`\`\`\n甲${mark}乙\n\`\`\``)).toBe('<pre class="code"><code>甲\n乙</code></pre>')
    expect(html(`**甲${mark}乙**`)).toBe('<p><strong>甲<br>乙</strong></p>')
  })

  it('part nothing at the ends of a block', () => {
    expect(html('\u2028甲\u000b\n\n乙\u2029\u2029')).toBe('<p>甲</p>\n<p>乙</p>')
  })
})

describe('page breaks', () => {
  const pageBreak = '<div class="page-break"></div>'

  it.each([
    '<!-- newpage -->',
    '<!-- page-break -->',
    '<!-- PAGE BREAK -->',
    '<!-- 分页符 -->',
    '\\newpage',
    '\\pagebreak[4]',
    '\\clearpage{}',
    '[pagebreak]',
    '::: pagebreak',
    '【分页】',
    '--- 分页符 ---',
    '\f',
    '<div style="page-break-after: always"></div>',
    '<div style="page-break-after: always;">\n\n</div>',
    '<p style="break-before: page"></p>',
    '<br style="page-break-before: always">',
    '<span style="page-break-after:always"></span>',
    '<div class="pagebreak"></div>',
  ])('%j is one', (written) => {
    expect(html(`甲\n\n${written}\n\n乙`)).toBe(`<p>甲</p>\n${pageBreak}\n<p>乙</p>`)
  })

  it('need no blank lines', () => {
    expect(html('甲\n\\newpage\n乙')).toBe(`<p>甲</p>\n${pageBreak}\n<p>乙</p>`)
    expect(html('甲。<!-- pagebreak -->\n\n乙')).toBe(`<p>甲。</p>\n${pageBreak}\n<p>乙</p>`)
  })

  it('stand where the element with the break begins or ends', () => {
    expect(html('甲\n\n<div style="page-break-before: always">\n\n乙\n\n</div>\n\n丙')).toBe(
      `<p>甲</p>\n${pageBreak}\n<p>乙</p>\n<p>丙</p>`,
    )
    expect(html('甲\n\n<div style="page-break-after: always">\n\n乙\n\n</div>\n\n丙')).toBe(
      `<p>甲</p>\n<p>乙</p>\n${pageBreak}\n<p>丙</p>`,
    )
  })

  it('stand before or after a paragraph whose element asks for them', () => {
    expect(html('甲\n\n<p style="page-break-before: always">乙</p>\n\n丙')).toBe(
      `<p>甲</p>\n${pageBreak}\n<p>乙</p>\n<p>丙</p>`,
    )
    expect(html('<p style="break-after:page">甲</p>\n\n乙')).toBe(
      `<p>甲</p>\n${pageBreak}\n<p>乙</p>`,
    )
  })

  it.each([
    '甲\n\n<!-- pagebreak -->',
    '\\newpage\n\n甲',
    '<!-- 分页 -->\n\n<!-- 分页 -->\n\n甲\n\n<!-- pagebreak -->\n\n<!-- 批注 -->\n\n　　',
  ])('are none with nothing before or after: %j', (markdown) => {
    expect(html(markdown)).not.toContain('page-break')
  })

  it('are none before the notes, beside a turned table and before another', () => {
    expect(html('甲[^a]\n\n<!-- pagebreak -->\n\n[^a]: 注')).not.toContain('page-break')
    const table = '<!-- 横排 -->\n\n| 甲 |\n| - |\n\n<!-- /横排 -->'
    expect(html(`甲\n\n\\newpage\n\n${table}\n\n\\newpage\n\n乙`)).not.toContain('page-break')
    expect(html('甲\n\n\\newpage\n\n\\newpage\n\n乙').split(pageBreak)).toHaveLength(2)
  })

  it.each(['分页', '## 分页', '**分页符**', '- 换页', '本页分页符如下：'])(
    'are none in a text: %s',
    (markdown) => {
      expect(html(`甲\n\n${markdown}\n\n乙`)).not.toContain('page-break')
    },
  )

  it.each([
    ['+++', 'page-break-foreign'],
    ['{{< pagebreak >}}', 'page-break-foreign'],
    ['{{pagebreak}}', 'page-break-foreign'],
    ['<!-- pagebraek -->', 'comment-unknown'],
    ['乙<span style="page-break-after:always"></span>丙', 'page-break-foreign'],
    ['- 乙\n\n  \\newpage', 'comment-in-text'],
  ])('%j is told of, with our spelling', (written, rule) => {
    const { diagnostics } = page(`甲\n\n${written}\n\n乙`)
    expect(diagnostics.map((said) => said.rule)).toEqual([rule])
    expect(diagnostics[0]?.at.line).toBe(rule === 'comment-in-text' ? 5 : 3)
  })

  it('says nothing of an editor’s own comment', () => {
    expect(html('甲\n\n<!-- 分组 -->\n\n<!-- 首页 -->\n\n<!-- TODO later -->')).toBe('<p>甲</p>')
  })
})

describe('code whose fence is never closed', () => {
  it.each([
    ['甲\n\n```js\n代码\n\n后文', '3:1'],
    ['~~~\n代码\n```\n后文', '1:1'],
    ['```\n代码\n``', '1:1'],
    ['```\n代码\n```。\n后文', '1:1'],
    ['- 甲\n\n  ```\n  代码\n\n乙', '3:3'],
    ['> ```\n> 代码\n\n乙', '1:3'],
    ['```js\n代码\n\n后文\n\n```js\n代码\n```', '1:1'],
    ['```', '1:1'],
  ])('%j is an error at %s', (markdown, place) => {
    const { diagnostics, said } = page(markdown)
    expect(said).toEqual([`${place} code-open`])
    expect(diagnostics[0]?.severity).toBe('error')
  })

  it.each([
    '```\n代码\n```',
    '~~~ js\n```\n~~~~',
    '> ```\n> 甲\n> ```',
    '````md\n```js\n甲\n```\n````',
  ])('%j is closed', (markdown) => expect(page(markdown).said).toEqual([]))
})

describe('HTML that is never closed', () => {
  /** The errors only; the same element may also cause warnings. */
  const errors = (markdown: string) =>
    page(markdown).diagnostics.flatMap(({ at, rule, severity }) =>
      severity === 'error' ? [`${at.line}:${at.column} ${rule}`] : [],
    )

  it.each([
    ['甲\n\n<pre>\n乙\n\n丙', '3:1 html-open'],
    ['甲<b>乙\n\n丙', '1:2 html-open'],
    ['甲 <u>乙\n\n丙', '1:3 html-open'],
    ['<center>\n\n甲', '1:1 html-open'],
    ['<div align="center">\n\n甲', '1:1 html-open'],
    ['<details>\n甲\n\n乙', '1:1 html-open'],
    ['<table>\n<tr><td>甲\n\n乙', '1:1 html-open'],
    ['<style>\n甲 <b>\n\n乙', '1:1 html-open'],
    ['<a href="https://a.cn">甲\n\n乙', '1:1 html-open'],
    ['<?xml 甲\n\n乙', '1:1 html-open'],
    ['<![CDATA[ 甲\n\n乙', '1:1 html-open'],
    ['<!DOCTYPE 甲\n\n乙', '1:1 html-open'],
    ['<div class="甲\n\n乙', '1:1 html-open'],
    ['甲\n\n<table border="1"\n\n乙', '3:1 html-open'],
    ['<!-- 甲\n\n乙', '1:1 comment-open'],
    ['甲\n乙 <!-- 丙\n\n丁', '2:3 comment-open'],
  ])('%j is an error at %s', (markdown, expected) => {
    expect(errors(markdown)).toEqual([expected])
  })

  it.each([
    '<p>甲\n\n<ul><li>乙<li>丙</ul>',
    '<table><tr><td>甲<td>乙</table>',
    '<a name="top">\n\n甲',
    '<span>甲\n\n乙',
    '甲<br>乙<hr>\n\n丙<embed src="a">\n\n丁',
    '<script>\nif (a<b) c()\n</script>\n\n甲',
    '甲 \\<!-- 乙',
    '甲 `<!-- <b>` 乙',
    '```\n<b><!--\n```',
  ])('none swallows anything in %j', (markdown) => {
    expect(errors(markdown)).toEqual([])
  })

  it('tells of an instruction that prints nothing', () => {
    expect(page('甲\n\n<?php echo 1 ?>\n\n乙').said).toEqual(['3:1 html-element'])
  })
})

describe('what other programs replace', () => {
  it.each([
    ['{{< figure src="a.jpg" >}}', '1:1'],
    ['甲{% asset_img a.jpg %}', '1:2'],
    ['{{% notice %}}', '1:1'],
    ['甲\n:::info\n乙', '2:1'],
    ['[TOC]', '1:1'],
    ['见[[读书笔记|笔记]]', '1:2'],
    ['甲 %%不发%% 乙', '1:3'],
    ['[北京]{.underline}', '1:5'],
  ])('prints as it stands, with a word about it: %s', (markdown, at) => {
    const { html: printed, said } = page(markdown)
    expect(said).toEqual([`${at} foreign-syntax`])
    expect(textOf(printed)).toBe(markdown.replaceAll('\n', ''))
  })

  it.each([
    '{{刊名}}',
    '`{% raw %}`',
    '见[[1]]',
    '增长5%，占10%',
    '比分 3:::2',
    '```\n:::info\n```',
  ])('is not meant by %j', (markdown) => expect(page(markdown).said).toEqual([]))

  it('loses the name of a heading, which is no word of it', () => {
    expect(html('## 一、缘起 {#yi}\n\n### 甲 {.unnumbered}')).toBe(
      '<h3 class="heading-1">一、缘起</h3>\n<p class="heading-2">甲</p>',
    )
    expect(html('## 集合 {1, 2}')).toContain('集合 {1, 2}')
  })
})

const textOf = (printed: string) => printed.replace(/<[^>]*>/g, '').replaceAll('&#x3C;', '<')

it('prints the source of a drawing as code, with a word', () => {
  const { html, said } = page('甲\n\n```mermaid\ngraph TD\n```\n\n```js\n1\n```')
  expect(html).toContain('<pre class="code"><code>graph TD</code></pre>')
  expect(said).toEqual(['3:1 code-drawing'])
})
