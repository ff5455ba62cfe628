import type { FaceName } from './names.js'

/** The source of a face's outlines, and its characters. */
export type Source = NotoSource | WenkaiSource | PlainSource

/** A subset of Noto Serif SC or Noto Sans SC. */
export interface NotoSource {
  kind: 'noto'
  package: '@expo-google-fonts/noto-serif-sc' | '@expo-google-fonts/noto-sans-sc'
  style: string
  /** `every`: all characters of the source; `marks`: only narrow punctuation for Latin text. */
  characters: 'common' | 'every' | 'marks'
}

interface WenkaiSource {
  kind: 'wenkai'
  weight: 'light' | 'regular' | 'bold'
  characters: 'common'
}

/** A font that is subset but otherwise unchanged. It provides no Chinese punctuation. */
export interface PlainSource {
  kind: 'plain'
  package:
    | '@expo-google-fonts/inconsolata'
    | '@expo-google-fonts/noto-emoji'
    | '@expo-google-fonts/noto-sans-math'
    | '@expo-google-fonts/noto-sans-symbols'
    | '@expo-google-fonts/noto-sans-symbols-2'
  /**
   * `code`: characters half an em wide in code; `emoji`, `symbols`: characters that the text faces
   * may lack; `maths`: symbols and all characters of formulas.
   */
  characters: 'code' | 'emoji' | 'symbols' | 'maths'
  /** Advance of its digits in font units, which becomes one em. */
  em?: number
}

/** A font file of the package. */
export interface Face {
  file: string
  name: FaceName
  source: Source
}

const serif = (style: string, characters: NotoSource['characters'] = 'common'): Source => ({
  kind: 'noto',
  package: '@expo-google-fonts/noto-serif-sc',
  style,
  characters,
})

const sans = (style: string): Source => ({
  kind: 'noto',
  package: '@expo-google-fonts/noto-sans-sc',
  style,
  characters: 'common',
})

const plain = (name: string, source: Omit<PlainSource, 'kind'>): Face => ({
  file: `Bulletin${name}.ttf`,
  name: { family: `Bulletin ${name}` },
  source: { kind: 'plain', ...source },
})

/**
 * The bundled faces. 仿宋 is Noto Serif Light. WenKai Light has strokes closer to 仿宋, but at body
 * size it cannot be distinguished from WenKai Regular, which is used for 楷体; it also lacks 33
 * characters of GB 2312, and its digits are wide. 仿宋 is the wide face because names occur in the
 * body text. Code is set in Inconsolata, the only open monospaced face among the packages whose
 * digits are exactly half an em wide and which has box-drawing characters. The last four faces
 * cover characters that no text face has. Emoji comes first: Symbols 2 has some emoji, but no
 * sequences.
 */
export const FACES: readonly Face[] = [
  {
    file: 'BulletinSong.ttf',
    name: { family: 'Bulletin Song' },
    source: serif('400Regular'),
  },
  {
    file: 'BulletinFangsong.ttf',
    name: { family: 'Bulletin Fangsong' },
    source: serif('300Light', 'every'),
  },
  {
    file: 'BulletinFangsong-Bold.ttf',
    name: { family: 'Bulletin Fangsong', bold: true },
    source: serif('600SemiBold'),
  },
  {
    file: 'BulletinHei.ttf',
    name: { family: 'Bulletin Hei' },
    source: sans('500Medium'),
  },
  {
    file: 'BulletinKai.ttf',
    name: { family: 'Bulletin Kai' },
    source: { kind: 'wenkai', weight: 'regular', characters: 'common' },
  },
  {
    file: 'BulletinTitle.ttf',
    name: { family: 'Bulletin Title' },
    source: serif('700Bold'),
  },
  {
    file: 'BulletinLatinMarks.ttf',
    name: { family: 'Bulletin Latin Marks' },
    source: serif('400Regular', 'marks'),
  },
  plain('Code', { package: '@expo-google-fonts/inconsolata', characters: 'code' }),
  plain('Emoji', { package: '@expo-google-fonts/noto-emoji', em: 2600, characters: 'emoji' }),
  plain('Symbols', { package: '@expo-google-fonts/noto-sans-symbols-2', characters: 'symbols' }),
  plain('Math', { package: '@expo-google-fonts/noto-sans-math', characters: 'maths' }),
  plain('Signs', { package: '@expo-google-fonts/noto-sans-symbols', characters: 'symbols' }),
]
