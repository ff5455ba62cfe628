import type { Scene } from '../scene.js'
import { again } from './again.js'
import { batch } from './batch.js'
import { issue } from './issue.js'
import { lines } from './lines.js'
import { long } from './long.js'
import { pictures } from './pictures.js'
import { preview } from './preview.js'
import { text } from './text.js'
import { watch } from './watch.js'
import { years } from './years.js'

/** The scenes, in order of measurement. */
export const scenes: readonly Scene[] = [
  issue,
  text,
  again,
  lines,
  watch,
  preview,
  batch,
  years,
  long,
  pictures,
]
