import type { Span, Step } from '../model/timing.js'
import type { World } from './world.js'

/** Measures the steps of one issue. */
export interface Stopwatch {
  /** Ends the current step and begins the next; undefined only ends. */
  begin(step: Step | undefined): void
  /** Times work that runs in parallel with the steps, until it returns or its promise settles. */
  beside<T>(name: string, work: () => T): T
  /** Adds spans that were measured elsewhere. */
  add(spans: readonly Span[]): void
  /** Returns all finished spans by start time; an enclosing span comes before the spans in it. */
  spans(): Span[]
}

/**
 * Creates a stopwatch for one issue. Steps are sequential; `beside` spans may overlap them. Times
 * are in ms, rounded to tenths.
 */
export function stopwatch(
  { clock }: Pick<World, 'clock'>,
  onStep: (step: Step) => void = () => {},
): Stopwatch {
  const ended: Span[] = []
  let step: { name: Step; start: number } | undefined
  const end = (name: string, start: number) => void ended.push({ name, start, ms: clock() - start })
  const rounded = ({ name, start, ms }: Span) => ({ name, start: tenths(start), ms: tenths(ms) })
  return {
    begin(next) {
      if (step) end(step.name, step.start)
      step = next && { name: next, start: clock() }
      if (next) onStep(next)
    },
    beside(name, work) {
      const start = clock()
      const result = work()
      if (result instanceof Promise) {
        const settled = () => end(name, start)
        result.then(settled, settled)
      } else end(name, start)
      return result
    },
    add: (spans) => void ended.push(...spans),
    spans: () => ended.toSorted((a, b) => a.start - b.start || b.ms - a.ms).map(rounded),
  }
}

const tenths = (ms: number) => Math.round(ms * 10) / 10

/** Returns the total milliseconds by span name. */
export function timingsOf(spans: readonly Span[]): Record<string, number> {
  const timings: Record<string, number> = {}
  for (const { name, ms } of spans) timings[name] = (timings[name] ?? 0) + ms
  return timings
}
