import { contextIn } from './context.js'
import { finishedPage } from './finished-page.js'
import { cp, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
const c = await contextIn('/tmp/long/ctx', 1)
for (const n of [30, 300, 1200]) {
  const { page } = await finishedPage('/tmp/long/a' + n, c)
  await cp(dirname(page), '/tmp/long/page' + n, { recursive: true })
}
await writeFile('/tmp/long/browser.json', JSON.stringify(c.browser))
