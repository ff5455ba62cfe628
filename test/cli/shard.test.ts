import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shardOfRequests } from '../../src/cli/requests.js'
import { shardOf, shardOption } from '../../src/cli/shard.js'
import type { Request } from '../../src/model/request.js'

const requests = (targets: readonly string[]): Request[] =>
  targets.map((target) => ({ target, files: [], drafts: false, strict: false }))
const partsOf = (targets: readonly string[], total: number) =>
  Array.from({ length: total }, (_, i) =>
    shardOfRequests(requests(targets), { index: i + 1, total }).map(({ target }) => target),
  )

/** Folder names of some issues in two random orders. */
const shuffledTwice = fc
  .uniqueArray(fc.stringMatching(/^[a-c期0-9]{1,6}$/), { maxLength: 60 })
  .map((names) => names.map((name) => `back-issues/${name}`))
  .chain((names) => {
    const order = () => fc.shuffledSubarray(names, { minLength: names.length })
    return fc.tuple(order(), order())
  })

describe('the shards of a run', () => {
  it('are disjoint, the whole together, as large as one another, whatever the order named', () => {
    fc.assert(
      fc.property(shuffledTwice, fc.integer({ min: 1, max: 12 }), ([names, otherOrder], total) => {
        const parts = partsOf(names, total)
        expect(parts.flat().toSorted()).toEqual(names.toSorted())
        const sizes = parts.map(({ length }) => length)
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        expect(partsOf(otherOrder, total)).toEqual(parts)
      }),
    )
  })

  it('take turns in the order of the numbers, so that neighbours go to different machines', () => {
    const names = ['issue-10', 'issue-9', 'issue-2', 'issue-1', 'issue-11']
    expect(partsOf(names, 2)).toEqual([
      ['issue-1', 'issue-9', 'issue-11'],
      ['issue-2', 'issue-10'],
    ])
  })
})

describe('--shard', () => {
  it.each([
    ['2/8', { index: 2, total: 8 }],
    ['1/1', { index: 1, total: 1 }],
    ['auto', 'auto'],
    ['0/8', undefined],
    ['9/8', undefined],
    ['1/0', undefined],
    ['2', undefined],
    ['2/8/9', undefined],
    ['-1/8', undefined],
    ['1.5/8', undefined],
  ])('reads %s', (typed, wish) => {
    expect(shardOption(typed)).toEqual(wish)
  })

  it.each([
    [
      { CI_NODE_INDEX: '3', CI_NODE_TOTAL: '8' },
      { index: 3, total: 8 },
    ],
    [{ CI_NODE_TOTAL: '1' }, { index: 1, total: 1 }],
    [
      { JOB_COMPLETION_INDEX: '0', JOB_COMPLETIONS: '5' },
      { index: 1, total: 5 },
    ],
    [
      { JOB_COMPLETION_INDEX: '4', JOB_COMPLETIONS: '5' },
      { index: 5, total: 5 },
    ],
  ])('auto takes %o', (env, shard) => {
    expect(shardOf('auto', env)).toEqual(shard)
  })

  it.each([
    [{}],
    [{ CI_NODE_INDEX: '3' }],
    [{ CI_NODE_TOTAL: '8' }],
    [{ CI_NODE_INDEX: '9', CI_NODE_TOTAL: '8' }],
    [{ CI_NODE_INDEX: '0', CI_NODE_TOTAL: '8' }],
    [{ JOB_COMPLETION_INDEX: '5', JOB_COMPLETIONS: '5' }],
    [{ JOB_COMPLETION_INDEX: '2' }],
    [{ JOB_COMPLETION_INDEX: 'two', JOB_COMPLETIONS: '5' }],
  ])('auto refuses to guess from %o', (env) => {
    expect(() => shardOf('auto', env)).toThrow(expect.objectContaining({ kind: 'usage' }))
  })

  it('is read from the environment only when it says auto', () => {
    const env = { CI_NODE_INDEX: '3', CI_NODE_TOTAL: '8' }
    expect(shardOf({ index: 1, total: 2 }, env)).toEqual({ index: 1, total: 2 })
  })
})
