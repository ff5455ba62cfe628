import { readdirSync, readFileSync } from 'node:fs'

/** Milliseconds between two samples. */
const interval = 25

/** The peak values of a process and all its descendants. */
export interface TreePeak {
  /**
   * Memory in MB. Shared pages are counted once (PSS), because Chromium's processes share most of
   * theirs.
   */
  mb: number
  processes: number
}

/**
 * Samples a process and all its descendants until `stop` is called, which returns the peaks;
 * undefined without `/proc`.
 */
export function watchTree(pid: number): { stop(): TreePeak | undefined } {
  let peak = 0
  let processes = 0
  const sample = () => {
    const tree = treeOf(pid)
    peak = Math.max(peak, sum(tree.map(sizeOf)))
    processes = Math.max(processes, tree.length)
  }
  const timer = setInterval(sample, interval)
  return {
    stop() {
      clearInterval(timer)
      return peak === 0 ? undefined : { mb: peak / 1024, processes }
    },
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

function treeOf(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of namesIn('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    // The state and the parent follow the name in parentheses, which may contain any character.
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
