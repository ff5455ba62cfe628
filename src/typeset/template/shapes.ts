import type { ViewNames } from './view-schema.js'

/** What a name in a template refers to: a text, a group of names, or a list of either. */
export type Shape = string | ViewNames | readonly [ViewNames | string]

const isList = (shape: Shape): shape is readonly [ViewNames | string] => Array.isArray(shape)

/**
 * The shape in which {{#each}} and {{#with}} look up names: the item of a list, or the group
 * itself.
 */
export const itemOf = (shape: Shape | undefined): Shape =>
  shape === undefined ? '' : isList(shape) ? shape[0] : shape

/**
 * Follows a path of names. Returns its shape, or the first name that does not exist and the names
 * that do.
 */
export function shapeAt(
  start: Shape,
  path: readonly string[],
): { shape: Shape } | { unknown: string; instead: string[] } {
  let shape = start
  for (const part of path) {
    const group = typeof shape === 'string' || isList(shape) ? {} : shape
    const next = Object.hasOwn(group, part) ? group[part] : undefined
    if (next === undefined) return { unknown: part, instead: Object.keys(group) }
    shape = next
  }
  return { shape }
}
