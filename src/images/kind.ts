/** A file format that cannot be printed: its name, and a hint. */
export interface Foreign {
  name: string
  hint: string
}

const saveAs = '用看图软件打开，另存为 JPG 或 PNG，再改正稿件里的文件名。'
const fromWord = '在 Word 或 WPS 里右击图片，选“另存为图片”，存成 PNG。'

/** Unsupported formats by the beginning of the file, as Latin-1 text. */
const foreign: readonly (Foreign & { begins: RegExp })[] = [
  {
    begins: /^[\s\S]{4}ftyp(?![\s\S]{0,60}avi[fs])(?:hei[cxms]|hev[cx]|mif1|msf1)/,
    name: '苹果手机的 HEIC 照片',
    hint: '在手机或电脑上另存为 JPEG（macOS 用“预览”导出，Windows 用“照片”另存为），再改正稿件里的文件名；iPhone 在“设置 → 相机 → 格式”里选“兼容性最佳”，以后就都是 JPEG。',
  },
  {
    begins: /^[\s\S]{4}ftyp(?:isom|iso\d|mp4\d|M4V|qt )|^\x1aE\xdf\xa3|^RIFF[\s\S]{4}AVI /,
    name: '视频',
    hint: '截取一幅画面，存成 JPG 或 PNG。',
  },
  {
    begins: /^%PDF/,
    name: 'PDF 文件',
    hint: '在 PDF 阅读器里打开，把要用的一页导出为 PNG。',
  },
  { begins: /^%!PS|^\xc5\xd0\xd3\xc6/, name: 'EPS 图', hint: '在画图软件里另存为 SVG 或 PNG。' },
  {
    begins: /^8B(?:PS|SB)/,
    name: 'Photoshop 文件（PSD）',
    hint: '在 Photoshop 里存储为 JPG 或 PNG。',
  },
  {
    begins: /^\xd7\xcd\xc6\x9a|^\x01\0\0\0[\s\S]{36} EMF|^\x01\0\x09\0\0\x03/,
    name: 'Word 里的矢量图（WMF、EMF）',
    hint: fromWord,
  },
  { begins: /^PK\x03\x04/, name: 'Word、Excel、PPT 文件或压缩包', hint: fromWord },
  { begins: /^\xd0\xcf\x11\xe0/, name: 'Word 或 WPS 文件', hint: fromWord },
  { begins: /^(?:\0\0\0\x0cJXL |\xff\x0a)/, name: 'JPEG XL 图片', hint: saveAs },
  { begins: /^\0\0\0\x0cjP {2}|^\xff\x4f\xff\x51/, name: 'JPEG 2000 图片', hint: saveAs },
  { begins: /^\0\0[\x01\x02]\0[\x01-\x40]\0/, name: '图标文件（ICO）', hint: saveAs },
  {
    begins: /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body)\b/i,
    name: '网页',
    hint: '多半是没有下载成功：在浏览器里打开图片，另存一次。',
  },
  {
    begins: /^version https:\/\/git-lfs/,
    name: 'Git LFS 的指针',
    hint: '运行 git lfs pull，把图片取下来。',
  },
]

/** Returns the unsupported format of a file; undefined for a supported or unknown one. */
export function foreignKind(bytes: Buffer): Foreign | undefined {
  const head = bytes.toString('latin1', 0, 256)
  return foreign.find(({ begins }) => begins.test(head))
}

/** Whether a file is an SVG. */
export const isSvg = (bytes: Buffer): boolean =>
  /^(?:\xef\xbb\xbf)?\s*<(?!html|!doctype html)[\s\S]*?<?(?:[\w-]+:)?svg[\s>]/i.test(
    bytes.toString('latin1', 0, 4096),
  )
