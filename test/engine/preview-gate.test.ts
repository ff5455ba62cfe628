import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLoopback, namesOf, withPort } from '../../src/engine/preview/addresses.js'
import type { Asked, Gate } from '../../src/engine/preview/gate.js'
import { verdictOn } from '../../src/engine/preview/gate.js'

const gate: Gate = {
  hosts: new Set(['127.0.0.1:4321', 'localhost:4321']),
  base: '/3fa9c1/',
  token: 'a'.repeat(32),
  cookie: { name: 'bulletin-4321', value: 'b'.repeat(32) },
  key: 'c'.repeat(32),
}
const cookie = `other=1; bulletin-4321=${'b'.repeat(32)}`
const host = '127.0.0.1:4321'
const origin = `http://${host}`

/** A request of the page itself, changed in some ways. */
const asked = (change: Partial<Asked> & { headers?: Asked['headers'] } = {}): Asked => ({
  method: 'GET',
  url: '/3fa9c1/events',
  ...change,
  headers: { host, cookie, ...change.headers },
})
const post = (headers: Asked['headers'] = {}): Asked =>
  asked({
    method: 'POST',
    url: '/3fa9c1/open',
    headers: { origin, 'x-bulletin-key': gate.key, ...headers },
  })

describe('a preview lets in', () => {
  it('who has the token, and then who has the cookie', () => {
    const url = `/3fa9c1/?token=${gate.token}`
    expect(verdictOn(gate, { method: 'GET', url, headers: { host } })).toEqual({ kind: 'enter' })
    expect(verdictOn(gate, asked())).toEqual({ kind: 'admitted', path: 'events' })
    expect(
      verdictOn(gate, asked({ headers: { origin, 'sec-fetch-site': 'same-origin' } })),
    ).toEqual({ kind: 'admitted', path: 'events' })
  })

  it('its own page to open the editor, and to say what is in its window', () => {
    expect(verdictOn(gate, post())).toEqual({ kind: 'admitted', path: 'open' })
    const view = { ...post(), url: '/3fa9c1/view' }
    expect(verdictOn(gate, view)).toEqual({ kind: 'admitted', path: 'view' })
  })
})

describe('a preview refuses', () => {
  const refused: [name: string, request: Asked, why: string][] = [
    [
      'a name that leads here (DNS rebinding)',
      asked({ headers: { host: 'evil.example:4321' } }),
      'host',
    ],
    ['another port', asked({ headers: { host: '127.0.0.1:80' } }), 'host'],
    ['no name', asked({ headers: { host: undefined } }), 'host'],
    ['another site', asked({ headers: { origin: 'https://evil.example' } }), 'origin'],
    [
      'another port of this machine',
      asked({ headers: { origin: 'http://127.0.0.1:8080' } }),
      'origin',
    ],
    ['a page without an origin', asked({ headers: { origin: 'null' } }), 'origin'],
    [
      'pictures wanted by another site',
      asked({ headers: { 'sec-fetch-site': 'cross-site' } }),
      'site',
    ],
    [
      'scripts wanted by another port',
      asked({ headers: { 'sec-fetch-site': 'same-site' } }),
      'site',
    ],
    ['no cookie', asked({ headers: { cookie: undefined } }), 'token'],
    ['a wrong cookie', asked({ headers: { cookie: 'bulletin-4321=x' } }), 'token'],
    ['a wrong token', asked({ url: '/3fa9c1/?token=x', headers: { cookie: undefined } }), 'token'],
    ['a way out of the folder', asked({ url: '/3fa9c1/../../etc/passwd' }), 'path'],
    ['a way out in escapes', asked({ url: '/3fa9c1/%2e%2e/x' }), 'path'],
    ['another base', asked({ url: '/events' }), 'path'],
    ['a whole address', asked({ url: 'http://127.0.0.1:4321/3fa9c1/events' }), 'path'],
    ['other methods', asked({ method: 'PUT' }), 'method'],
    ['posts to anything else', { ...post(), url: '/3fa9c1/events' }, 'method'],
    ['to open the editor by anything but a post', { ...post(), method: 'GET' }, 'method'],
    ['a window told by anything but a post', asked({ url: '/3fa9c1/view' }), 'method'],
    ['a post without an origin', post({ origin: undefined }), 'origin'],
    ['a post without the key', post({ 'x-bulletin-key': undefined }), 'token'],
  ]
  it.each(refused)('%s', (_, request, why) => {
    expect(verdictOn(gate, request)).toEqual({ kind: 'refused', why })
  })

  it('every path that is not plain', () => {
    fc.assert(
      fc.property(fc.string(), (path) => {
        const verdict = verdictOn(gate, asked({ url: `/3fa9c1/${path}` }))
        if (verdict.kind === 'admitted')
          expect(verdict.path).toMatch(/^[\w/-]*(?:\.[a-z]+)?[\w/.-]*$/)
        if (path.includes('..') && !path.includes('?')) expect(verdict.kind).toBe('refused')
      }),
    )
  })
})

it('only loopback addresses belong to this machine alone', () => {
  expect(['127.0.0.1', '127.9.9.9', '::1', 'localhost', '::ffff:127.0.0.1'].every(isLoopback)).toBe(
    true,
  )
  expect(
    ['0.0.0.0', '192.168.1.2', '::', '128.0.0.1', 'localhost.evil.example'].some(isLoopback),
  ).toBe(false)
})

it('a server is reached by its own address and no other name', () => {
  expect(namesOf('127.0.0.1')).toEqual(['127.0.0.1', 'localhost'])
  expect(namesOf('192.168.1.2')).toEqual(['192.168.1.2'])
  expect(namesOf('0.0.0.0')).toContain('127.0.0.1')
  expect(withPort('::1', 80)).toBe('[::1]:80')
})
