/**
 * The names that a template may use. A string is a text, an object a group, an array the item of a
 * list for {{#each}}. The strings are the documentation of the names.
 */
export type ViewNames = {
  readonly [name: string]: string | ViewNames | readonly [ViewNames | string]
}

const entry = { label: '职务或标签', text: '内容' }

const article = {
  id: '文章的 id，目录用它链接',
  startOn: '起始页：page、recto 或 flow',
  opens: { name: '栏目名（只在栏目的第一篇）', note: '栏目按语（HTML）' },
  note: '编者按（HTML）',
  titleLines: ['标题的一行'],
  titleMarks: '标题后面的注码（HTML）',
  subtitle: ['副标题的一行'],
  byline: ['题下署名的一行'],
  body: '正文（HTML）',
  signature: '文末署名',
  footnotes: '脚注（HTML）',
} as const

const masthead = { lines: ['刊名的一行'], size: '字号，磅', spacing: '字间距，em' } as const

/**
 * The names of `View`: used to check templates before they are filled, and for their documentation.
 */
export const names = {
  documentTitle: '文档标题：刊名和期号',
  csp: '内容安全策略（放进 meta，必须保留）',
  fontCss: '字体样式（用三个花括号）',
  css: 'styles/ 里的全部样式（用三个花括号）',
  page: {
    chars: '每行字数',
    lines: '每页行数',
    line: '行高，像素',
    top: '纸边到第一行上边，毫米',
    duplex: '双面印刷',
    mirror: '左右页的订口对称',
  },
  masthead,
  cover: { picture: '封面图片' },
  issueLine: '期号行：第3期（总第54期）',
  period: '刊期：2021年6月',
  feature: '专辑名',
  publisher: '主办单位',
  note: '全期编者按（HTML）',
  contents: [
    {
      section: '栏目名',
      rows: [
        { title: '文章标题；简讯为空', html: '文章标题，数字不拆开（HTML）', target: '文章的 id' },
      ],
    },
  ],
  sections: [
    {
      name: '栏目名',
      note: '栏目按语（HTML）',
      articles: [article],
      briefs: {
        id: '简讯栏的 id',
        startOn: '起始页',
        items: [{ body: '一则简讯（HTML）', signature: '署名' }],
      },
    },
  ],
  staff: [entry],
  contact: [entry],
  distribution: [{ label: '送、发等', body: '单位（HTML）' }],
  printedOn: '印发日期',
  yearlyIndex: {
    runningHead: '书眉，CSS 字符串（用三个花括号）',
    about: '数字怎样读',
    groups: [
      {
        id: '一组的 id',
        heading: '栏目名或期号',
        parts: [
          {
            section: '按期排时的栏目名',
            rows: [
              {
                title: '题目（HTML）',
                names: [
                  {
                    html: '单位或作者（HTML）',
                    whole: '不拆成两行',
                    first: '第一个单位、第一个作者',
                  },
                ],
                number: '期和页',
                id: '一行的 id',
              },
            ],
          },
        ],
      },
    ],
    lists: [
      {
        id: '索引的 id',
        heading: '作者索引、单位索引',
        letters: [
          {
            letter: '字母',
            names: [
              {
                name: '姓名或单位',
                places: [{ text: '期和页', target: '所在那一行的 id，没有时是空的' }],
              },
            ],
          },
        ],
      },
    ],
  },
  briefing: {
    masthead,
    secrecy: '密级或保存要求',
    copyNumber: '编号',
    contents: { numbers: '页码：always、never 或 when-long' },
    copies: '印数',
  },
  document: {
    letter: '是信函',
    minutes: '是纪要',
    order: '是命令（令）',
    copyNumber: '份号',
    secrecy: '密级和保密期限',
    urgency: '紧急程度',
    mark: { lines: ['发文机关标志的一行'], suffix: '联合行文时右侧的“文件”', size: '字号，磅' },
    number: '发文字号',
    signers: ['签发人'],
    recipients: '主送机关，带冒号',
    body: article,
    attachmentList: [
      {
        number: '序号（只有一个附件时没有）',
        name: '附件名称',
        html: '附件名称，词不拆开（HTML）',
      },
    ],
    signature: {
      sealed: '加盖印章',
      stamped: '加盖签发人签名章',
      names: [
        { name: '署名', seal: { picture: '印章图片', width: '宽，毫米', height: '高，毫米' } },
      ],
      date: '成文日期',
      signer: '签发人姓名',
    },
    annotation: '附注，带括号',
    attendance: [{ label: '出席、请假、列席', text: '单位和姓名' }],
    attachments: [{ heading: '附件1', article }],
    imprint: {
      rows: [{ label: '抄送等', body: '机关（HTML）', setting: '写这一行的设置' }],
      others: [{ text: '版记中的其他内容：校对、印数', setting: '写这一项的设置' }],
      office: '印发机关',
      printedOn: '印发日期',
    },
  },
} as const satisfies ViewNames
