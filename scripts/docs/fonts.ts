import { ROLE_NAMES, ROLES, type RoleFonts } from '../../src/fonts/roles.js'
import { fontKeys } from '../../src/input/settings/keys/fonts.js'
import { code, table } from './table.js'

/** Returns the table of the faces of each role, in order of preference. */
export const fontsTable = (): string =>
  table(
    ['键', '用在', '电脑上有就用', '也可以', '随包带来'],
    ROLE_NAMES.map((role) => {
      const { names, near, bundled }: RoleFonts = ROLES[role]
      const { alias, usedFor } = fontKeys[role]
      const own = `${bundled.chinese}${bundled.standIn ? '（代用）' : ''}`
      return [`${code(role)}（${alias}）`, usedFor, names.join('、'), near.join('、'), own]
    }),
  )
