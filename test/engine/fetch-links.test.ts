import { describe, expect, it } from 'vitest'
import { remotePictures, remotePicturesOfSettings } from '../../src/input/remote-pictures/index.js'
import { applyEdits } from '../../src/lint/edit.js'

const source = (text: string) => ({ path: 'a.md', absolute: '/issue/a.md', text })

/** Replaces every address of a remote picture in a text by `images/N.png`. */
function rewritten(text: string, find = remotePictures): string {
  const edits = find(source(text)).flatMap(({ range }, index) =>
    range ? [{ ...range, text: `images/${index + 1}.png` }] : [],
  )
  return applyEdits(text, edits)
}

describe('pictures on the web in an article', () => {
  const changed: [was: string, becomes: string][] = [
    ['![图](https://a.cn/b.png)', '![图](images/1.png)'],
    ['![](HTTP://A.CN/b.png "width=60%")', '![](images/1.png "width=60%")'],
    ['![图](<https://a.cn/b c.png>)', '![图](<images/1.png>)'],
    ['![图]( https://a.cn/b_(1).png )', '![图]( images/1.png )'],
    ['![图](//a.cn/b.png)', '![图](images/1.png)'],
    ['![图](https://a.cn/b.png?x=1&amp;y=2)', '![图](images/1.png)'],
    ['![图](https://a.cn/b\\_c.png)', '![图](images/1.png)'],
    [
      '![https://a.cn/b.png](https://a.cn/b.png "https://a.cn/b.png")',
      '![https://a.cn/b.png](images/1.png "https://a.cn/b.png")',
    ],
    [
      '[![图](https://a.cn/b.png)](https://a.cn/b.png)',
      '[![图](images/1.png)](https://a.cn/b.png)',
    ],
    [
      '前![一](https://a.cn/1.png)中![二](https://a.cn/2.png)后',
      '前![一](images/1.png)中![二](images/2.png)后',
    ],
    ['![图][p]\n\n[p]: https://a.cn/b.png "题"', '![图][p]\n\n[p]: images/1.png "题"'],
    ['![p][] ![P]\n\n[p]: <https://a.cn/b.png>', '![p][] ![P]\n\n[p]: <images/1.png>'],
    [
      '> - ![图](https://a.cn/b.png)\n>   ![图\n>   二](https://a.cn/c.png)',
      '> - ![图](images/1.png)\n>   ![图\n>   二](images/2.png)',
    ],
    ['| 图 |\n| --- |\n| ![图](https://a.cn/b.png) |', '| 图 |\n| --- |\n| ![图](images/1.png) |'],
    ['字[^1]\n\n[^1]: ![图](https://a.cn/b.png)', '字[^1]\n\n[^1]: ![图](images/1.png)'],
    ['<img src="https://a.cn/b.png" width="60%">', '<img src="images/1.png" width="60%">'],
    [
      "<p align=center>\n<IMG alt='图'\n  SRC = ' https://a.cn/b.png '/>\n</p>",
      "<p align=center>\n<IMG alt='图'\n  SRC = ' images/1.png '/>\n</p>",
    ],
    ['<p>\n<img src=https://a.cn/b.png>\n</p>', '<p>\n<img src=images/1.png>\n</p>'],
    [
      '<a href="https://a.cn"><img src="https://a.cn/b.png?x=1&amp;y=2"></a>',
      '<a href="https://a.cn"><img src="images/1.png"></a>',
    ],
    [
      '<table>\r\n<tr><td><img src="https://a.cn/b.png">\r\n<td>![图](https://a.cn/c.png)</table>',
      '<table>\r\n<tr><td><img src="images/1.png">\r\n<td>![图](https://a.cn/c.png)</table>',
    ],
    [
      '---\r\n标题: 一\r\n封面: https://a.cn/b.png # 大图\r\n---\r\n\r\n![图](https://a.cn/c.png)\r\n',
      '---\r\n标题: 一\r\n封面: images/1.png # 大图\r\n---\r\n\r\n![图](images/2.png)\r\n',
    ],
    ['---\ncover：https://a.cn/b.png\n---\n', '---\ncover：images/1.png\n---\n'],
    [
      '---\nnote: |\n  按：看图。\n\n  ![图](https://a.cn/b.png)\n---\n',
      '---\nnote: |\n  按：看图。\n\n  ![图](images/1.png)\n---\n',
    ],
  ]
  it.each(changed)('%j', (was, becomes) => {
    expect(rewritten(was)).toBe(becomes)
  })

  const kept = [
    '![图](images/a.png)',
    '[网页](https://a.cn/b.png)',
    'https://a.cn/b.png',
    '`![图](https://a.cn/b.png)`',
    '```\n![图](https://a.cn/b.png)\n<img src="https://a.cn/b.png">\n```',
    '<!-- ![图](https://a.cn/b.png) <img src="https://a.cn/b.png"> -->',
    '![图](qr:https://a.cn/b.png)',
    '![图](data:image/png;base64,AAAA)',
    '\\![图](https://a.cn/b.png)',
    '---\n标题: https://a.cn/b.png\n---\n',
  ]
  it.each(kept)('none in %j', (text) => {
    expect(remotePictures(source(text))).toEqual([])
  })

  it('says where each is', () => {
    const text =
      '---\n标题: 一\n---\n\n字![图](https://a.cn/b.png)\n\n<p>\n  <img src="https://a.cn/c.png">\n</p>'
    const places = remotePictures(source(text)).map(({ at }) => `${at.line}:${at.column}`)
    expect(places).toEqual(['5:2', '8:13'])
  })

  it('has no place for an address that YAML escapes spell', () => {
    const text = '---\ncover: "https://a.cn/\\u56fe.png"\n---\n'
    expect(remotePictures(source(text))).toEqual([
      { url: 'https://a.cn/图.png', at: { line: 2, column: 8 } },
    ])
  })
})

it('finds the pictures that bulletin.yaml names', () => {
  const text =
    '刊名: 甲\n封面: "https://a.cn/b.png"\n印章: [https://a.cn/c.png, x.png]\n栏目:\n  - 名称: 要闻\n    按语: 见![图](https://a.cn/d.png)\n'
  expect(rewritten(text, remotePicturesOfSettings)).toBe(
    '刊名: 甲\n封面: "images/1.png"\n印章: [images/2.png, x.png]\n栏目:\n  - 名称: 要闻\n    按语: 见![图](images/3.png)\n',
  )
})
