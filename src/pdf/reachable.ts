import { objectAt, type Pdf } from './document.js'

const reference = /(?<![\d.])(\d+) 0 R(?![A-Za-z])/g

/**
 * Returns the objects that nothing refers to any more, from the trailer on, once `changed` is in
 * place.
 */
export function unreachable(pdf: Pdf, changed: ReadonlyMap<number, string>): Set<number> {
  const reached = new Set<number>()
  const waiting = [...pdf.trailer.values()].flatMap(referencesIn)
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (reached.has(number)) continue
    reached.add(number)
    waiting.push(...referencesIn(dictionaryPart(changed.get(number) ?? objectAt(pdf, number))))
  }
  return new Set(
    pdf.offsets.flatMap((offset, number) =>
      offset === undefined || reached.has(number) ? [] : [number],
    ),
  )
}

const referencesIn = (source: string): number[] =>
  [...source.matchAll(reference)].map(({ 1: digits }) => Number(digits))

/** A body without the data of its stream, in which anything may look like a reference. */
const dictionaryPart = (body: string): string => {
  const stream = body.indexOf('>> stream\n')
  return stream === -1 ? body : body.slice(0, stream + 2)
}
