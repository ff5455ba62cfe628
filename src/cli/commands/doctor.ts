import { resolve } from 'node:path'
import { examine } from '../../engine/doctor/index.js'
import type { HostOptions } from '../../engine/host.js'
import type { World } from '../../engine/world.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import { healthText } from '../../report/health-text.js'
import type { DoctorFlags } from '../options/doctor.js'
import type { Terminal } from '../terminal.js'

/** Runs `bulletin doctor`. Returns exit code 3 when a build would fail. */
export async function runDoctor(
  target: string | undefined,
  flags: DoctorFlags,
  {
    host,
    world,
    terminal,
  }: { host: HostOptions & { version: string }; world: World; terminal: Terminal },
): Promise<ExitCode> {
  const { sample } = flags
  if (sample !== undefined && !/\.(?:html|pdf)$/i.test(sample)) {
    throw new Fault('usage', `字样存不成“${sample}”。`, '文件名写成 字样.pdf 或 字样.html。')
  }
  const found = await examine(
    { target, ...(sample !== undefined && { sample: resolve(host.cwd, sample) }) },
    host,
    world,
  )
  const fails = found.some(({ state }) => state === 'error')
  const exitCode = fails ? exitCodes.environment : exitCodes.built
  if (flags.json) terminal.out(JSON.stringify({ checks: found, exitCode }))
  else {
    terminal.out(healthText(found, terminal.paint))
    if (sample !== undefined && !fails) terminal.out(`字样：${sample}`)
  }
  return exitCode
}
