/** The families of Chinese type that a heading is told by. */
export type Family = 'hei' | 'kai' | 'fangsong' | 'title' | 'song'

const families: readonly [Family, RegExp][] = [
  ['title', /标宋|XBS|XiaoBiaoSong/i],
  ['kai', /楷|Kai/i],
  ['fangsong', /仿宋|Fang\s?Song/i],
  ['hei', /黑|Hei|YaHei|PingFang|Sans/i],
  ['song', /宋|Song|SimSun|Ming|Serif/i],
]

/** The family of a typeface by its name, in Chinese or Latin; undefined when the name does not say. */
export const familyOf = (typeface: string | undefined): Family | undefined =>
  families.find(([, pattern]) => pattern.test(typeface ?? ''))?.[0]
