import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'

const source = new URL('../../src/cli/closing-after.ts', import.meta.url).href

/** A command whose work ends at once and whose world takes a while to close. */
const command = `
import(${JSON.stringify(source)}).then(async ({ closingAfter }) => {
  const close = async () => {
    console.log('closing')
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  process.once('exit', (code) => console.log('exit', code))
  await closingAfter({ world: () => Promise.resolve({ close }) }, async () => {})
})`

describe.skipIf(process.platform === 'win32')('a command that is closing what it opened', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends with its exit listeners and 130 on %s',
    async (signal) => {
      const child = spawn(process.execPath, ['--import', 'tsx', '-e', command], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let said = ''
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        if (said === '') child.kill(signal)
        said += text
      })
      const [code] = await once(child, 'close')
      expect(code).toBe(130)
      expect(said).toContain('exit 130')
    },
  )
})
