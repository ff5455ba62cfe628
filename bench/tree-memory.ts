import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds between two looks. */
const interval = 25

/**
 * Watches a process and all its descendants until `stop` is called, which gives the most memory that
 * they held at one moment, in MB. Shared pages are counted once (PSS), as Chromium's helpers share
 * most of theirs. Undefined where there is no `/proc`.
 */
export function watchMemory(pid: number): { stop(): number | undefined } {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, sum(treeOf(pid).map(sizeOf)))
  }
  const timer = setInterval(look, interval)
  return {
    stop() {
      clearInterval(timer)
      return peak === 0 ? undefined : peak / 1024
    },
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

function treeOf(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of namesIn('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    // After the name in brackets, which may hold anything: state, then the parent.
    const parent = Number(/\) \S (\d+)[^)]*$/.exec(textOf(`/proc/${pid}/stat`))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const tree = [root]
  for (const pid of tree) tree.push(...(children.get(pid) ?? []))
  return tree
}

/** Proportional set size in KB; 0 for a process that has just ended. */
const sizeOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0)

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
