import { expect, it } from 'vitest'
import { start } from '../kit/program.js'

it('ends quietly when nobody reads its output any more', async () => {
  const words = [
    'check',
    'fixtures/issue-54',
    'fixtures/corpus/blind-newsletter',
    '--all',
    '--format',
    'json',
  ]
  const child = start(words)
  let complaint = ''
  child.stderr.on('data', (text: string) => {
    complaint += text
  })
  child.stdout.destroy()
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' })
})
