import { fields } from '../article/fields.js'
import { objectSchema } from './schema.js'
import { settings } from './settings.js'
import type { JsonSchema } from './value.js'

const draft = 'http://json-schema.org/draft-07/schema#'

/**
 * The JSON Schema of `bulletin.yaml`, generated from the table of keys: both names of every key,
 * with descriptions in Chinese.
 */
export const settingsSchema = (): JsonSchema => ({
  $schema: draft,
  title: 'bulletin.yaml',
  description: '一期或一种刊物的设置；键名中文、英文都可以写，同一项只写一种。',
  ...objectSchema(settings),
})

/**
 * The JSON Schema of an article's front-matter. The article of a single-file issue may also have
 * the keys of `bulletin.yaml`; a name that both tables have belongs to the article.
 */
export function frontMatterSchema(): JsonSchema {
  const [own, shared] = [objectSchema(fields), objectSchema(settings)]
  const properties = { ...(shared.properties as object), ...(own.properties as object) }
  return { $schema: draft, title: '稿件开头的 --- 区', ...own, properties }
}
