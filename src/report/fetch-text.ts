import type { Fetched, FetchedPicture } from '../model/fetched.js'
import type { Place } from '../model/place.js'
import { excerpt } from '../text/excerpt.js'
import type { Paint } from './diagnostic-text.js'

const placed = ({ file, at }: Place): string => `${file}:${at.line}:${at.column}`

/** Decodes a URL for display: Han characters instead of %E5%9B%BE. */
const readable = (url: string): string => {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

const shortened = (url: string): string => excerpt(readable(url), 80)

const size = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`

/** Returns the progress line of a finished picture. */
export function pictureLine(picture: FetchedPicture, done: number, total: number): string {
  const { url, file, bytes, trouble } = picture
  const count = `[${done}/${total}]`
  if (trouble || file === undefined) {
    return `${count} 没有下载：${shortened(url)}（${trouble?.reason ?? ''}）`
  }
  const how = bytes === undefined ? '以前已下载' : size(bytes)
  return `${count} ${file}（${how}） ← ${shortened(url)}`
}

/**
 * Returns the lines of `--dry-run`: every place, its address, and the file it would be saved in.
 */
export const plannedLines = ({ pictures }: Fetched): string[] =>
  pictures.flatMap(({ places, url, file, trouble }) =>
    places.map((place) =>
      trouble
        ? `${placed(place)}  ${readable(url)}  不能下载：${trouble.reason}`
        : `${placed(place)}  ${readable(url)}  →  ${file}`,
    ),
  )

/** Returns all remaining problems. Pictures with the same reason are grouped, with their places. */
export function troublesText({ pictures, untouched }: Fetched, paint: Paint): string {
  const sources = untouched.map(
    ({ file, reason, hint }) =>
      `${file}  ${paint.error('错误')}\n  “${file}”${reason}。\n  改法：${hint}\n`,
  )
  const groups = new Map<string, string[]>()
  for (const { url, places, trouble } of pictures) {
    if (!trouble) continue
    const text = `  没有下载：${trouble.reason}。\n  改法：${trouble.hint}\n`
    const lines = places.map(
      (place) => `${placed(place)}  ${paint.error('错误')}  ${shortened(url)}`,
    )
    groups.set(text, [...(groups.get(text) ?? []), ...lines])
  }
  const missing = [...groups].map(([text, lines]) => [...lines, text].join('\n'))
  return [...sources, ...missing].join('\n')
}

/** Returns the last line for an issue. */
export function fetchSummary({ pictures, rewritten }: Fetched, dryRun: boolean): string {
  const missing = pictures.filter(({ trouble }) => trouble).length
  const found = pictures.length - missing
  if (dryRun) return `会下载 ${found} 张图片；去掉 --dry-run 就下载。`
  const left = missing > 0 ? `，${missing} 张没有办好` : ''
  return `下载了 ${found} 张图片${left}；改了 ${rewritten.length} 个文件里的链接。`
}
