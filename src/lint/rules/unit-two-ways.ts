import { distance } from 'fastest-levenshtein'
import type { Place } from '../../model/place.js'
import { fileStart } from '../../model/place.js'
import type { IssueRule } from '../rule.js'

/** Reports an organisation that has two names in one issue. */
export const unitTwoWays: IssueRule = {
  id: 'unit-two-ways',
  class: 'report',
  severity: 'warning',
  about: '同一单位在一期里写成两样（柳州市计生协／柳州市计生协会）',
  reason: '目录和署名里单位的写法要一致；两样写法，读者会当成两个单位。',
  clause: '本刊体例',
  examples: {
    passes: [
      '---\ntitle: 甲\nunit: 东区文化馆\n---\n\n甲。§§---\ntitle: 乙\nunit: 西区文化馆\n---\n\n乙。',
    ],
    fails: [
      {
        text: '---\ntitle: 甲\nunit: 柳州市计生协会\n---\n\n甲。§§---\ntitle: 乙\nunit: 柳州市计生协\n---\n\n乙。',
        at: '3:1',
      },
      {
        text: '---\ntitle: 甲\nunit: 城东区文化馆\n---\n\n甲。§§---\ntitle: 乙\nunit: 城东文化馆\n---\n\n乙。',
        at: '3:1',
      },
    ],
  },
  checkIssue({ articles }) {
    const places = new Map<string, Place[]>()
    for (const { path, fields, where } of articles) {
      for (const name of fields.unit ?? []) {
        const at = where.unit ?? fileStart
        const known = places.get(name) ?? []
        known.push({ file: path, at })
        places.set(name, known)
      }
    }
    const names = [...places.keys()]
    const keys = new Map<string, string[]>()
    for (const name of names) {
      const key = short(name)
      keys.set(key, [...(keys.get(key) ?? []), name])
    }
    const groups = [...keys.values()].filter((group) => group.length > 1)
    // Names with a small difference are one organisation, but 一中 and 二中, 东区 and 西区 are two.
    for (const [index, name] of names.entries()) {
      for (const other of names.slice(index + 1)) {
        if (isSlip(name, other)) groups.push([name, other])
      }
    }
    return groups.flatMap((group) => {
      const inOrder = group.toSorted(
        (a, b) =>
          (places.get(b)?.length ?? 0) - (places.get(a)?.length ?? 0) || b.length - a.length,
      )
      const [usual = '', ...others] = inOrder
      return others.flatMap((name) =>
        (places.get(name) ?? []).slice(0, 3).map((place) => ({
          ...place,
          message: `单位“${name}”，别处写的是“${usual}”。`,
          hint: `统一成“${usual}”，或把那一处改过来。`,
        })),
      )
    })
  },
}

/** Returns a name without spaces and with variable endings unified. */
const short = (name: string) =>
  name
    .replace(/[\s\u3000]/g, '')
    .replace(/(?<=.{3})(?:协会|协)$/, '协')
    .replace(/(?<=.{3})(?:委员会|委)$/, '委')
    .replace(/(?<=.{3})(?:办公室|办)$/, '办')
    .replace(/联合会$/, '联')
    .replace(/街道(?:办事处|办)$/, '街道')

/** The same characters in another order, or one character fewer in the middle of a long name. */
function isSlip(a: string, b: string): boolean {
  if (short(a) === short(b)) return false
  if (isPlaceLeftOut(a, b) || isPlaceLeftOut(b, a)) return true
  if (Math.min(a.length, b.length) < 6) return false
  if (a.length === b.length) return [...a].toSorted().join('') === [...b].toSorted().join('')
  return (
    Math.abs(a.length - b.length) === 1 &&
    distance(a, b) === 1 &&
    a.slice(-2) === b.slice(-2) &&
    !/[东西南北中一二三四五六七八九十\d市区县州省新老大小上下总第]/.test(extra(a, b))
  )
}

/**
 * 城东区文化馆 and 城东文化馆: the administrative level is omitted after a place name of two or three
 * characters.
 */
const isPlaceLeftOut = (long: string, less: string): boolean =>
  less.length >= 5 &&
  long.length === less.length + 1 &&
  [...long].some(
    (character, index) =>
      index >= 2 &&
      index <= 3 &&
      /[省市区县州]/.test(character) &&
      long.slice(0, index) + long.slice(index + 1) === less,
  )

function extra(a: string, b: string): string {
  const [long, less] = a.length > b.length ? [a, b] : [b, a]
  return [...long].find((character, index) => character !== less.charAt(index)) ?? ''
}
