import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { afterAwake } from '../../src/browser/awake-timer.js'

/** Stops this thread, as Ctrl-Z stops a process: its timers are late when it goes on. */
const stopFor = (ms: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

it('does not count the time in which the process was stopped', async () => {
  let fire = () => {}
  let hasFired = false
  const fired = new Promise<void>((resolve) => {
    fire = () => {
      hasFired = true
      resolve()
    }
  })
  afterAwake(1200, fire)
  stopFor(1500)
  await sleep(50)
  expect(hasFired).toBe(false)
  await fired
})

it('is cancelled, also after its first step', async () => {
  let hasFired = false
  const cancel = afterAwake(700, () => {
    hasFired = true
  })
  await sleep(600)
  cancel()
  await sleep(400)
  expect(hasFired).toBe(false)
})
