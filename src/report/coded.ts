import type { WhyLossless } from '../model/picture.js'
import type { CodedPicture, IssueReport } from '../model/report.js'

const reasons: Record<WhyLossless, string> = {
  transparent: '有透明的部分',
  compact: '颜色少，转了省不了多少',
  unlike: '转了看得出差别',
  huge: '太大，没有试',
}

/** One line for each bitmap that was without loss: whether it became a JPEG, and why. */
export const codedLines = ({ pictures = [] }: IssueReport): string[] =>
  pictures.map(({ file, line, src, coding }) => `图片：${file}:${line} ${src} ${textOf(coding)}`)

const textOf = (coding: CodedPicture['coding']): string =>
  coding.as === 'lossless'
    ? `照原样，不转成 JPEG（${reasons[coding.why]}）`
    : `转成 JPEG（质量 ${coding.quality}，和原图的相似度 ${coding.likeness.toFixed(3)}，大小约为不转时的 ${percentOf(coding.share)}）`

const percentOf = (share: number) => `${Math.max(1, Math.round(share * 100))}%`
