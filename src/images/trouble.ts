import type { Diagnostic } from '../model/diagnostic.js'
import { errorAt, warningAt } from '../model/diagnostic.js'
import type { PictureRequest } from '../model/picture.js'
import { excerpt } from '../text/excerpt.js'
import type { Foreign } from './kind.js'
import type { Reference } from './svg-references.js'
import type { WebText } from './svg-text.js'

type About = Pick<PictureRequest, 'src' | 'place'>

const openIt = '用看图软件打开检查，另存为 JPG 或 PNG 后放回原处。'

/** The file is not a picture, or is damaged or truncated. */
export const broken = ({ src, place }: About): Diagnostic =>
  errorAt(place, {
    rule: 'image-broken',
    message: `图片“${src}”打不开：文件损坏，或不是图片。`,
    hint: openIt,
  })

/** The file has no bytes. */
export const empty = ({ src, place }: About): Diagnostic =>
  errorAt(place, {
    rule: 'image-broken',
    message: `图片“${src}”是空的（0 字节）。`,
    hint: '多半是没有复制完：再复制一次，放回原处。',
  })

/** The path is a folder, a pipe or a device, which cannot be read as a file. */
export const noFile = ({ src, place }: About, isFolder: boolean): Diagnostic =>
  errorAt(place, {
    rule: 'image-broken',
    message: `图片“${src}”${isFolder ? '是一个文件夹' : '不是普通的文件（是管道或设备）'}。`,
    hint: isFolder ? `写上里面的文件名，如 ${src}/a.jpg。` : '换成真正的图片文件。',
  })

/** The file cannot be read: permissions, or a disk error. */
export const unreadable = ({ src, place }: About): Diagnostic =>
  errorAt(place, {
    rule: 'image-broken',
    message: `图片“${src}”读不出来：没有读取的权限，或磁盘有问题。`,
    hint: '检查它的权限，或另外复制一份放回原处。',
  })

/** The file has too many bytes or pixels; `size` says how many. */
export const tooLarge = ({ src, place }: About, size: string): Diagnostic =>
  errorAt(place, {
    rule: 'image-large',
    message: `图片“${src}”太大（${size}）。`,
    hint: '用看图软件缩小到长边 10000 像素以内，另存为 JPG 后放回原处。',
  })

/** The file has an unsupported format. */
export const foreign = ({ src, place }: About, { name, hint }: Foreign): Diagnostic =>
  errorAt(place, { rule: 'image-format', message: `图片“${src}”其实是${name}，不能排。`, hint })

/** An SVG refers to another file, which is not loaded. */
export const refersAway = ({ src, place }: About, { address, line }: Reference): Diagnostic =>
  errorAt(place, {
    rule: 'image-external',
    message: `图片“${src}”的第 ${line} 行引用了另一个文件“${address}”，印出来会缺一块。`,
    hint: '在画图软件里把它嵌入后再用（Inkscape：扩展 → 图像 → 嵌入），或另存为 PNG。',
  })

/**
 * The SVG contains text in `<foreignObject>`, which is not drawn; `count` is the number of such
 * texts.
 */
export const webText = (
  { src, place }: About,
  { line, words, hasSubstitute }: WebText,
  count: number,
): Diagnostic => {
  const others = count > 1 ? `，一共 ${count} 处` : ''
  const what = `图片“${src}”的第 ${line} 行，“${excerpt(words, 20)}”是嵌在图里的网页文字（foreignObject）${others}`
  return hasSubstitute
    ? warningAt(place, {
        rule: 'image-text',
        message: `${what}，印出来的是图里备用的文字，可能不全。`,
        hint: `看一看印出来的图；不对就${asPicture}`,
      })
    : errorAt(place, { rule: 'image-text', message: `${what}，印不出来。`, hint: asPicture })
}

const asPicture =
  '在画图的软件里另存为 PNG（宽 2000 像素以上）；要用 SVG，就关掉网页文字再导出（draw.io：取消“格式化文本”和“自动换行”；Mermaid：htmlLabels: false）。'

/** The file was changed during the build. */
export const changed = ({ src, place }: About): Diagnostic =>
  errorAt(place, {
    rule: 'image-changed',
    message: `图片“${src}”在排版时被改动了。`,
    hint: '等它保存完，再生成一次。',
  })

/** The file is outside the issue's folder. */
export const outside = ({ src, place }: About): Diagnostic =>
  errorAt(place, {
    rule: 'image-outside',
    message: `图片“${src}”在本期文件夹之外。`,
    hint: '把图片复制到本期的 images/ 里，再写成 images/文件名。',
  })

/**
 * The file does not exist. `near` is the path of the most likely intended file, as it would be
 * written here.
 */
export const missing = ({ src, place }: About, near: string | undefined): Diagnostic =>
  errorAt(place, {
    rule: 'image-missing',
    message: `找不到图片“${src}”${near === undefined ? '' : `；有 ${near}`}。`,
    hint:
      near === undefined
        ? '把图片放进 images/，或改正文件名（注意大小写和扩展名）。'
        : `写成 ${near}。`,
  })
