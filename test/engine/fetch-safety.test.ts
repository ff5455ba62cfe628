import { describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../src/engine/fetch/address.js'
import { fileStem } from '../../src/engine/fetch/file-name.js'
import { svgTrouble } from '../../src/engine/fetch/svg.js'
import { webAddress } from '../../src/engine/fetch/web-address.js'

describe('addresses', () => {
  const within = [
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '0.1.2.3',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '100.127.255.255',
    '192.0.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2002:7f00:1::1',
    '2001::1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    'nonsense',
  ]
  it.each(within)('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  const without = [
    '1.1.1.1',
    '172.32.0.1',
    '100.128.0.1',
    '2606:4700:4700::1111',
    '::ffff:1.1.1.1',
    '64:ff9b::1.1.1.1',
  ]
  it.each(without)('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('web addresses', () => {
  it('are read as a browser reads them', () => {
    expect(webAddress('//a.cn/b.png').href).toBe('https://a.cn/b.png')
    expect(webAddress(' http://a.cn/图.png#x ').href).toBe('http://a.cn/%E5%9B%BE.png')
    expect(webAddress('../c.png', new URL('https://a.cn/x/b.png')).href).toBe('https://a.cn/c.png')
    expect(webAddress('http://0x7f.1/').hostname).toBe('127.0.0.1')
  })

  it.each([
    'https://u:p@a.cn/b.png',
    'https://u@a.cn/',
    'ftp://a.cn/b.png',
    'file:///etc/passwd',
    'https://',
    '\\\\server\\a.png',
  ])('%s is refused', (written) => {
    expect(() => webAddress(written)).toThrow()
  })
})

describe('names of files', () => {
  const stem = (url: string) => fileStem(new URL(url))

  it.each([
    ['https://a.cn/x/photo.JPG?w=1', /^photo-[0-9a-f]{8}$/],
    ['https://a.cn/%E5%BC%80%E9%A6%86%20(1).png', /^开馆-1-[0-9a-f]{8}$/],
    ['https://a.cn/', /^picture-[0-9a-f]{8}$/],
    ['https://a.cn/..%2f..%2fetc%2fpasswd', /^etc-passwd-[0-9a-f]{8}$/],
    ['https://a.cn/..%5c..%5cx.png', /^x-[0-9a-f]{8}$/],
    ['https://a.cn/%00%0a.png', /^picture-[0-9a-f]{8}$/],
    ['https://a.cn/con.png', /^con-[0-9a-f]{8}$/],
    ['https://a.cn/%zz.png', /^zz-[0-9a-f]{8}$/],
    ['https://a.cn/%F0%9F%98%80.png', /^picture-[0-9a-f]{8}$/],
    [`https://a.cn/${'长'.repeat(300)}.png`, /^长{40}-[0-9a-f]{8}$/],
  ])('%s', (url, name) => {
    expect(stem(url)).toMatch(name)
  })

  it('are one for an address, and two for two', () => {
    expect(stem('https://a.cn/640?id=1')).toBe(stem('https://a.cn/640?id=1'))
    expect(stem('https://a.cn/640?id=1')).not.toBe(stem('https://a.cn/640?id=2'))
  })
})

describe('SVG', () => {
  const svg = (inside: string, head = '') =>
    `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">${inside}</svg>`

  it.each([
    svg('<rect width="9" height="9" fill="url(#a)"/><use xlink:href="#b"/>'),
    svg('<a href="https://a.cn"><text>x</text></a><style>.a{fill:red}</style>'),
    svg(
      '<image href="data:image/png;base64,AAAA"/>',
      '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
    ),
  ])('is safe: %s', (text) => {
    expect(svgTrouble(text)).toBeUndefined()
  })

  it.each([
    svg('<script>alert(1)</script>'),
    svg('<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>'),
    svg('<rect onload="alert(1)"/>'),
    svg('<a xlink:href="javascript:alert(1)"><text>x</text></a>'),
    svg('<foreignObject><p>x</p></foreignObject>'),
    svg('<image href="https://a.cn/b.png"/>'),
    svg('<image xlink:href="b.png"/>'),
    svg('<image href="data:image/svg+xml;base64,AAAA"/>'),
    svg('<use href="file:///etc/passwd#a"/>'),
    svg('<style>@import "https://a.cn/a.css";</style>'),
    svg('<style>.a{fill:url(https://a.cn/b.svg#c)}</style>'),
    svg('<rect style="fill:url(//a.cn/b)"/>'),
    svg('', '<!DOCTYPE svg [<!ENTITY a "b">]>'),
    svg('', '<?xml-stylesheet href="https://a.cn/a.css"?>'),
  ])('is refused: %s', (text) => {
    expect(svgTrouble(text)).toMatch(/./)
  })
})
