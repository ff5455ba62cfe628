import type { FaceName } from './names.js'

/** Where a face's outlines come from. */
export type Source =
  | {
      kind: 'noto'
      package: '@expo-google-fonts/noto-serif-sc' | '@expo-google-fonts/noto-sans-sc'
      style: string
    }
  | { kind: 'wenkai'; weight: 'light' | 'regular' | 'bold' }

/** A font file that comes with the package. */
export interface Face {
  file: string
  name: FaceName
  source: Source
  /** `every`: all that the source has; `marks`: only narrow marks for Latin text. */
  characters: 'common' | 'every' | 'marks'
}

const serif = (style: string): Source => ({
  kind: 'noto',
  package: '@expo-google-fonts/noto-serif-sc',
  style,
})

const sans = (style: string): Source => ({
  kind: 'noto',
  package: '@expo-google-fonts/noto-sans-sc',
  style,
})

/**
 * The bundled faces. 仿宋 is Noto Serif Light: WenKai Light is nearer to 仿宋 in stroke, but beside
 * WenKai Regular as 楷体 the two cannot be told apart at body size, it lacks 33 characters of
 * GB 2312, and its digits are wide. 仿宋 is the wide face because names stand in the body.
 */
export const FACES: readonly Face[] = [
  {
    file: 'BulletinSong.ttf',
    name: { family: 'Bulletin Song' },
    source: serif('400Regular'),
    characters: 'common',
  },
  {
    file: 'BulletinFangsong.ttf',
    name: { family: 'Bulletin Fangsong' },
    source: serif('300Light'),
    characters: 'every',
  },
  {
    file: 'BulletinFangsong-Bold.ttf',
    name: { family: 'Bulletin Fangsong', bold: true },
    source: serif('600SemiBold'),
    characters: 'common',
  },
  {
    file: 'BulletinHei.ttf',
    name: { family: 'Bulletin Hei' },
    source: sans('500Medium'),
    characters: 'common',
  },
  {
    file: 'BulletinKai.ttf',
    name: { family: 'Bulletin Kai' },
    source: { kind: 'wenkai', weight: 'regular' },
    characters: 'common',
  },
  {
    file: 'BulletinTitle.ttf',
    name: { family: 'Bulletin Title' },
    source: serif('700Bold'),
    characters: 'common',
  },
  {
    file: 'BulletinLatinMarks.ttf',
    name: { family: 'Bulletin Latin Marks' },
    source: serif('400Regular'),
    characters: 'marks',
  },
]
