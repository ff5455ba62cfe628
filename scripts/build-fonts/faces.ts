import type { FaceName } from './names.js'

/** Where a face's outlines come from, and which. */
export type Source = NotoSource | WenkaiSource | PlainSource

export interface NotoSource {
  kind: 'noto'
  package: '@expo-google-fonts/noto-serif-sc' | '@expo-google-fonts/noto-sans-sc'
  style: string
  /** `every`: all that the source has; `marks`: only narrow marks for Latin text. */
  characters: 'common' | 'every' | 'marks'
}

interface WenkaiSource {
  kind: 'wenkai'
  weight: 'light' | 'regular' | 'bold'
  characters: 'common'
}

/** A font that is taken as it is: no mark of Chinese text is set from it. */
export interface PlainSource {
  kind: 'plain'
  package:
    | '@expo-google-fonts/inconsolata'
    | '@expo-google-fonts/noto-emoji'
    | '@expo-google-fonts/noto-sans-math'
    | '@expo-google-fonts/noto-sans-symbols'
    | '@expo-google-fonts/noto-sans-symbols-2'
  /** `code`: what takes half a cell in code; `emoji`, `symbols`: what the faces of text may lack; `maths`: that, and all of formulas. */
  characters: 'code' | 'emoji' | 'symbols' | 'maths'
  /** Advance of its figures in font units where that is to be one em. */
  em?: number
}

/** A font file that comes with the package. */
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
 * The bundled faces. 仿宋 is Noto Serif Light: WenKai Light is nearer to 仿宋 in stroke, but beside
 * WenKai Regular as 楷体 the two cannot be told apart at body size, it lacks 33 characters of
 * GB 2312, and its digits are wide. 仿宋 is the wide face because names stand in the body.
 * Code is set in Inconsolata: the one open face of code among the packages whose figures are just
 * half an em wide, two to a Han character, and that draws boxes too. The last four are for what no
 * face of text has, emoji first: Symbols 2 draws some of them, but knows no sequences.
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
