import type { FontRole } from '../model/settings.js'

/** The fonts of a role. */
export interface RoleFonts {
  /** Name of the role in messages. */
  chinese: string
  /**
   * Names of installed fonts that are this typeface, best first: family, full or PostScript names,
   * as Windows, WPS, 方正 and macOS spell them.
   */
  names: readonly string[]
  /** Similar installed fonts, best first. */
  near: readonly string[]
  /**
   * The open font that comes with the package: file, name in messages, and whether it is another
   * kind of typeface than the role's. The standard (GB/T 9704) names kinds of typefaces, not fonts.
   */
  bundled: { file: string; chinese: string; standIn: boolean }
}

/** Fonts by role, in the order of preference given in the documentation. */
export const ROLES = {
  song: {
    chinese: '宋体',
    names: ['宋体', 'SimSun', '方正书宋_GBK', 'FZShuSong-Z01', '方正书宋简体', 'FZShuSong-Z01S'],
    near: ['宋体-简', 'Songti SC', '华文宋体', 'STSong'],
    bundled: { file: 'BulletinSong.ttf', chinese: '思源宋体', standIn: false },
  },
  fangsong: {
    chinese: '仿宋',
    names: [
      '仿宋_GB2312',
      'FangSong_GB2312',
      '仿宋',
      'FangSong',
      '方正仿宋_GBK',
      'FZFangSong-Z02',
      '方正仿宋简体',
      'FZFangSong-Z02S',
      '方正仿宋_GB2312',
      '华文仿宋',
      'STFangsong',
    ],
    near: ['朱雀仿宋', 'Zhuque Fangsong', 'Zhuque Fangsong (technical preview)'],
    bundled: { file: 'BulletinFangsong.ttf', chinese: '思源宋体细体', standIn: true },
  },
  hei: {
    chinese: '黑体',
    names: ['黑体', 'SimHei', '方正黑体_GBK', 'FZHei-B01', '方正黑体简体', 'FZHei-B01S'],
    near: ['黑体-简 中等', 'STHeitiSC-Medium', '华文黑体', 'STHeiti'],
    bundled: { file: 'BulletinHei.ttf', chinese: '思源黑体', standIn: false },
  },
  kai: {
    chinese: '楷体',
    names: [
      '楷体_GB2312',
      'KaiTi_GB2312',
      '楷体',
      'KaiTi',
      '方正楷体_GBK',
      'FZKai-Z03',
      '方正楷体简体',
      'FZKai-Z03S',
      '方正楷体_GB2312',
      '华文楷体',
      'STKaiti',
    ],
    near: ['楷体-简', 'Kaiti SC'],
    bundled: { file: 'BulletinKai.ttf', chinese: '霞鹜文楷', standIn: false },
  },
  title: {
    chinese: '小标宋',
    names: [
      '方正小标宋简体',
      'FZXiaoBiaoSong-B05S',
      'FZXBSJW--GB1-0',
      '方正小标宋_GBK',
      'FZXiaoBiaoSong-B05',
      'FZXBSK--GBK1-0',
    ],
    near: ['华文中宋', 'STZhongsong', '宋体-简 粗体', 'STSongti-SC-Bold'],
    bundled: { file: 'BulletinTitle.ttf', chinese: '思源宋体粗体', standIn: true },
  },
} as const satisfies Record<FontRole, RoleFonts>

/** The roles in the order in which messages list them. */
export const ROLE_NAMES = ['title', 'fangsong', 'hei', 'kai', 'song'] as const satisfies FontRole[]

/** Bundled faces in addition to those of the roles. */
export const BOLD_FANGSONG_FILE = 'BulletinFangsong-Bold.ttf'
/** Narrow quotation marks, dashes and ellipsis for Latin text. */
export const LATIN_MARKS_FILE = 'BulletinLatinMarks.ttf'
/** For code: two of its digits are as wide as a Han character. */
export const CODE_FILE = 'BulletinCode.ttf'
/** For formulas: contains the metrics to stretch brackets and roots. */
export const MATHS_FILE = 'BulletinMath.ttf'
/** Searched in this order for characters that no text face has. */
export const SYMBOL_FILES = [
  'BulletinEmoji.ttf',
  'BulletinSymbols.ttf',
  MATHS_FILE,
  'BulletinSigns.ttf',
] as const

/**
 * The role whose bundled face has the most characters. It is searched first for characters missing
 * elsewhere.
 */
export const WIDE_ROLE: FontRole = 'fangsong'
