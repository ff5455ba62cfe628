import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { frontMatterSchema, settingsSchema } from '../src/input/settings/json-schema.js'

/** Writes the JSON Schemas of `bulletin.yaml` and of front-matter, which the package carries. */
export function writeSchemas(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, schema: object) =>
    writeFileSync(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`)
  write('bulletin.schema.json', settingsSchema())
  write('front-matter.schema.json', frontMatterSchema())
}
