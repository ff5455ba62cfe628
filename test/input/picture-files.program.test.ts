import { execFileSync } from 'node:child_process'
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { readPicture } from '../../src/images/open.js'
import { fileStart } from '../../src/model/place.js'
import { bitmap } from '../kit/bitmaps.js'
import { article } from '../kit/manuscript.js'
import { drawing, framedGif, hollowPng, photo } from '../kit/pictures.js'
import { bulletin } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('picture-files')
const issue = join(folder, 'issue')

/** The result of reading a picture that an article in the issue's folder refers to. */
async function read(src: string, from = issue) {
  const wish = { src, absolute: join(from, src), from, place: { file: '1.md', at: fileStart } }
  const { value, diagnostics } = await readPicture(wish, { roots: [issue], dpi: 300, quality: 85 })
  const found = value && (await value.fileFor({ width: 40, height: 30 }))
  return {
    ...(value && { size: [value.width, value.height], name: basename(value.file) }),
    type: found?.value?.type,
    said: [...diagnostics, ...(found?.diagnostics ?? [])].map(
      ({ rule, message, hint }) => `${rule} ${message} ${hint}`,
    ),
  }
}

const inside = (text: string) =>
  `<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="60">\n${text}\n</svg>`

beforeAll(async () => {
  const picture = await drawing(80, 60)
  const pixels = Buffer.alloc(80 * 60 * 3, 0x80)
  writeFiles(issue, {
    'images/开馆.JPG': await photo({ width: 80, height: 60 }),
    'images/甲.png': picture,
    'images/合影 (1).png': picture,
    // Decomposed (NFD), as macOS wrote file names in the past.
    ['images/Résumé.png'.normalize('NFD')]: picture,
    'images/Two.png': picture,
    'images/two.PNG': picture,
    '更多/乙.jpeg': await photo({ width: 80, height: 60 }),
    'bitmap.bmp': bitmap({ width: 80, height: 60, depth: 24, pixels }),
    'scan.tif': await sharp(picture).tiff().toBuffer(),
    'web.webp': await sharp(picture).webp().toBuffer(),
    'small.avif': await sharp(picture).avif().toBuffer(),
    'moving.gif': await sharp(picture).gif().toBuffer(),
    'photo.heic': Buffer.from('\0\0\0\x24ftypheic\0\0\0\0mif1heic', 'latin1'),
    'word.png': Buffer.from('PK\x03\x04…'),
    'page.jpg': '<!DOCTYPE html><html>404</html>',
    'chart.wmf': Buffer.from([0xd7, 0xcd, 0xc6, 0x9a, 0]),
    'huge.png': '',
    'declares.png': hollowPng(60_000, 60_000),
    'interlaced.png': hollowPng(17_000, 17_000, true),
    'hollow.png': hollowPng(17_000, 17_000),
    'half.jpg': (await photo({ width: 800, height: 600 })).subarray(0, 9000),
    'wide.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="1000000000" height="10"/>',
    'vast.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000000000 1000000000"/>',
    'frames.gif': framedGif(10_000),
    'press.jpg': await sharp(picture).toColourspace('cmyk').jpeg().toBuffer(),
    'long.svg': inside('<rect width="9" height="9"/>').replace('"90"', '"90000"'),
  })
  truncateSync(join(issue, 'huge.png'), 600e6)
})

describe('a picture is found', () => {
  it.each([
    ['images/开馆.jpg', '开馆.JPG'],
    ['IMAGES/甲.PNG', '甲.png'],
    ['images/Résumé.png', 'Résumé.png'.normalize('NFD')],
    ['images/résumé.png', 'Résumé.png'.normalize('NFD')],
    ['images/Two.png', 'Two.png'],
  ])('as %s', async (src, name) => {
    expect(await read(src)).toMatchObject({ name, said: [] })
  })

  it.each([
    ['images/甲.jpg', 'images/甲.png'],
    ['甲.png', 'images/甲.png'],
    ['images/乙.jpg', '更多/乙.jpeg'],
    ['images/合影（1）.png', 'images/合影 (1).png'],
    ['images/甲.png.png', 'images/甲.png'],
  ])('or the one that is there is named: %s', async (src, near) => {
    const { said } = await read(src)
    expect(said).toEqual([`image-missing 找不到图片“${src}”；有 ${near}。 写成 ${near}。`])
  })

  it('or named as the article in its folder would write it', async () => {
    const { said } = await read('甲.png', join(issue, '更多'))
    expect(said[0]).toContain('有 ../images/甲.png。')
  })

  it('or called missing, where two may be meant or none is like it', async () => {
    expect((await read('images/TWO.png')).said[0]).toContain('找不到')
    expect((await read('images/丙.png')).said).toEqual([
      'image-missing 找不到图片“images/丙.png”。 把图片放进 images/，或改正文件名（注意大小写和扩展名）。',
    ])
  })
})

describe('a picture is read', () => {
  it.each([
    ['bitmap.bmp', 'image/png'],
    ['scan.tif', 'image/jpeg'],
    ['web.webp', 'image/jpeg'],
    ['small.avif', 'image/jpeg'],
    ['moving.gif', 'image/png'],
  ])('from %s', async (src, type) => {
    expect(await read(src)).toMatchObject({ size: [80, 60], type, said: [] })
  })
})

describe('a picture that would take more memory than there is', () => {
  it.each([
    ['declares.png', 'image-large', '超过三亿像素'],
    ['interlaced.png', 'image-large', '超过一亿像素'],
    ['wide.svg', 'image-large', '宽 1000000000、高 10 像素'],
    ['vast.svg', 'image-large', '宽 1000000000、高 1000000000 像素'],
    ['hollow.png', 'image-broken', '打不开'],
    ['half.jpg', 'image-broken', '打不开'],
  ])('%s is named', async (src, ...words) => {
    const { said } = await read(src)
    expect(said).toHaveLength(1)
    for (const word of words) expect(said[0]).toContain(word)
  })

  it('or is set from what is needed of it', async () => {
    expect(await read('frames.gif')).toMatchObject({ size: [1, 1], type: 'image/png', said: [] })
    expect(await read('long.svg')).toMatchObject({
      size: [90_000, 60],
      type: 'image/png',
      said: [],
    })
  })
})

it('the colours of a press photo without a profile are those of a screen', async () => {
  const wish = {
    ...{ src: 'press.jpg', absolute: join(issue, 'press.jpg'), from: issue },
    place: { file: '1.md', at: fileStart },
  }
  const { value } = await readPicture(wish, { roots: [issue], dpi: 300, quality: 85 })
  const file = await value?.fileFor({ width: 40, height: 30 })
  const { channels } = await sharp(file?.value?.body).stats()
  const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean)
  // It was #cc4422; ink cannot show all of it.
  expect(channels).toHaveLength(3)
  expect(Math.abs(red - 0xcc)).toBeLessThan(20)
  expect(Math.abs(green - 0x44)).toBeLessThan(20)
  expect(Math.abs(blue - 0x22)).toBeLessThan(45)
})

describe('what is no picture is named', () => {
  it.each([
    ['photo.heic', 'image-format', 'HEIC', '另存为 JPEG'],
    ['word.png', 'image-format', 'Word', '另存为图片'],
    ['page.jpg', 'image-format', '网页', '另存一次'],
    ['chart.wmf', 'image-format', 'WMF', '存成 PNG'],
    ['huge.png', 'image-large', '600 MB', '缩小'],
    ['images', 'image-broken', '是一个文件夹', 'images/a.jpg'],
  ])('%s', async (src, ...words) => {
    const { said } = await read(src)
    expect(said).toHaveLength(1)
    for (const word of words) expect(said[0]).toContain(word)
  })

  it.skipIf(process.platform === 'win32')('also a pipe and a device, without waiting', async () => {
    execFileSync('mkfifo', [join(issue, 'pipe.png')])
    expect((await read('pipe.png')).said[0]).toContain('不是普通的文件')
    symlinkSync('/dev/zero', join(issue, 'zero.png'))
    expect((await read('zero.png')).said[0]).toContain('文件夹之外')
  })
})

describe('a drawing of lines', () => {
  const data = `data:image/png;base64,${Buffer.from('x').toString('base64')}`
  it.each([
    `<use href="#a"/><a href="https://a.cn"><text>甲</text></a>`,
    `<image href="${data}"/><style>.a { fill: url(#b) }</style>`,
    `<style>@font-face { src: url(data:font/woff2;base64,AAAA) }</style>`,
    `<metadata><x href="b.png"/></metadata><text>url(a.png)</text>`,
  ])('that holds all it needs is set: %s', async (text) => {
    writeFileSync(join(issue, 'drawing.svg'), inside(text))
    expect(await read('drawing.svg')).toMatchObject({ size: [90, 60], said: [] })
  })

  it.each([
    ['<image href="b.png"/>', 3, 'b.png'],
    ['<g>\n<image xlink:href="../b.jpg" width="9"/></g>', 4, '../b.jpg'],
    ['<image xlink:href="https://a.cn/b.jpg"/>', 3, 'https://a.cn/b.jpg'],
    ['<use href="icons.svg#home"/>', 3, 'icons.svg#home'],
    ['<style>\n@import "a.css";</style>', 4, 'a.css'],
    ['<style><![CDATA[\n.a { fill: url(b.svg#c) }]]></style>', 4, 'b.svg#c'],
    ['<rect style="fill: url(\'b.png\')"/>', 3, 'b.png'],
    ['<?xml-stylesheet type="text/css" href="a.css"?>', 3, 'a.css'],
  ])('that refers to another file is refused: %s', async (text, line, address) => {
    writeFileSync(join(issue, 'drawing.svg'), inside(text))
    const { said } = await read('drawing.svg')
    expect(said).toHaveLength(1)
    expect(said[0]).toContain(
      `image-external 图片“drawing.svg”的第 ${line} 行引用了另一个文件“${address}”`,
    )
    expect(said[0]).toContain('嵌入后再用')
  })

  const box =
    '<foreignObject width="80" height="20"><div xmlns="http://www.w3.org/1999/xhtml">流 程<b>图</b></div></foreignObject>'
  it('that holds pieces of a web page is refused: they are not drawn', async () => {
    writeFileSync(join(issue, 'drawing.svg'), inside(`<g>\n${box}</g>${box}`))
    const { size, said } = await read('drawing.svg')
    expect(size).toBeUndefined()
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('image-text 图片“drawing.svg”的第 4 行，“流 程图”')
    expect(said[0]).toContain('一共 2 处')
    expect(said[0]).toContain('另存为 PNG')
  })

  it('is set with a warning where it has other words in their place, or none are lost', async () => {
    const other = `<switch>${box}<text x="5" y="20">流程图</text></switch>`
    writeFileSync(join(issue, 'drawing.svg'), inside(other))
    const { size, said } = await read('drawing.svg')
    expect(size).toEqual([90, 60])
    expect(said).toEqual([expect.stringContaining('备用的文字')])
    writeFileSync(join(issue, 'drawing.svg'), inside('<foreignObject width="9" height="9"/>'))
    expect((await read('drawing.svg')).said).toEqual([])
  })

  it('is never too coarse', async () => {
    writeFiles(join(folder, 'coarse'), {
      '1.md': article(
        { title: '图' },
        '正文。\n\n![a](a.svg "width=100%")\n\n![b](b.png "width=100%")',
      ),
      'a.svg': inside('<rect width="90" height="60"/>'),
      'b.png': await drawing(90, 60),
    })
    const { stdout } = await bulletin(['check', join(folder, 'coarse'), '--format', 'json'])
    const said = stdout.split('\n').filter((line) => line.includes('image-small'))
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('b.png')
  })
})

describe('where the picture library cannot be loaded', () => {
  it('the machine is at fault, not the pictures', async () => {
    const target = join(folder, 'no-library')
    writeFiles(target, {
      '1.md': article({ title: '图' }, '正文。\n\n![a](a.png)'),
      'a.png': await drawing(90, 60),
    })
    // Simulates Node's error when the package is installed without its part for this platform.
    const hook = join(folder, 'hook.mjs')
    writeFileSync(
      hook,
      `import { register } from 'node:module'; register('./refuse.mjs', import.meta.url)`,
    )
    writeFileSync(
      join(folder, 'refuse.mjs'),
      `export const resolve = (name, context, next) => { if (name === 'sharp') throw new Error('Could not load the "sharp" module'); return next(name, context) }`,
    )
    for (const command of ['build', 'check']) {
      const env = { NODE_OPTIONS: `--import=${hook}` }
      const { code, stdout, stderr } = await bulletin([command, target], { env })
      expect(code).toBe(3)
      expect(stdout + stderr).toContain('sharp')
      expect(stdout + stderr).toContain('npm ci --include=optional')
      expect(stdout + stderr).not.toContain('image-broken')
    }
  })
})
