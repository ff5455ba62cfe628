/** Everything that may stand in an article, and headings that skip a level. */
export const everything = `---
title: 样样<b>都</b>有的一篇[^t]
subtitle: 副题
note: 编者按的[网址](https://example.org/a)。
unit: 青禾区图书馆
author: 陈 思
---

第一段[^1]，再提一次[^1]，用 \`npm run very-long-command-name-that-does-not-break --with-a-long-option\`。

#### 跳过两级的小标题

## 正常的小标题

### 第二级

- 项目
  1. 里面一层
     - 再里面一层

> 引文一段。

| 甲 | 乙 | 丙 | 丁 | 戊 | 己 | 庚 | 辛 |
| --- | --- | --- | --- | --- | --- | --- | ---: |
| 一 | 二 | 三 | 四 | 五 | 六 | 七 | 12345.12 |

![一张很宽的照片](wide.jpg)

![左](wide.jpg) ![右](wide.jpg)

![扫码登记](qr:https://example.org/login)

$$ x = \\frac{a+b+c+d+e+f+g+h+i+j+k+l+m}{1+2+3+4+5+6+7+8+9} + y $$

\`\`\`
a_very_long_line_of_code_that_is_wider_than_any_phone_and_has_no_blank_in_it_at_all = 1
\`\`\`

https://example.org/a-very-long-address/that-does-not/fit-on-a-phone/and-has-no-place-to-break/at-all

[^t]: 题注。
[^1]: 注一。
`

/** What WeChat cannot hold: a long title, a link, a wide table, a formula, a code. */
export const toConvert = `---
title: 一个长得公众号放不下的标题，写了三十二个字还没有写完，只好把它截短一些
section: 栏目
author: [陈 思, 欧阳云岚, 李明明, 上官云]
---

第一段写得不长。

| 单位 | 一月 | 二月 | 三月 | 四月 | 五月 |
| --- | ---: | ---: | ---: | ---: | ---: |
| 青禾区 | 1 | 2 | 3 | 4 | 5 |
| 望津区 | 6 | 7 | 8 | 9 | 10 |

看[这里](https://example.org/a)，得 $x = \\frac{a}{b}$。

![一张照片](photo.jpg)

![扫码](qr:https://example.org)
`
