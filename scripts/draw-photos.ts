/**
 * Draws the pictures of `fixtures/issue-54/images`: scenes made of shapes, with grain and vignette so that
 * they compress and print like photographs. Nobody is in them and nobody owns them; the same bytes each run.
 *
 *     npx tsx scripts/draw-photos.ts
 */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'

type Random = () => number
type Scene = { width: number; height: number; seed: number; draw: (random: Random) => string }

const folder = fileURLToPath(new URL('../fixtures/issue-54/images/', import.meta.url))

/** Mulberry32: small, and the same numbers on every machine. */
function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('')
const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
const disc = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
const shape = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
const fade = (id: string, ...stops: string[]) =>
  `<linearGradient id="${id}" x2="0" y2="1">${stops.map((c, i) => `<stop offset="${i / (stops.length - 1)}" stop-color="${c}"/>`).join('')}</linearGradient>`
const blurred = (level: number, content: string) => `<g filter="url(#blur${level})">${content}</g>`
const pick = (random: Random, colours: string[]) =>
  colours[Math.floor(random() * colours.length)] ?? '#888'

const coats = [
  '#7d4f50',
  '#3f5f7a',
  '#c08a52',
  '#5c7a5e',
  '#86697f',
  '#b5b0a5',
  '#37485c',
  '#a8443c',
]

/** Somebody seen from behind, the shoulders cut off at `y`. */
function sitter(random: Random, x: number, y: number, size: number): string {
  const coat = pick(random, coats)
  const hair = pick(random, ['#2b2422', '#3a2f2a', '#211d1f', '#6d665f'])
  return `${shape(`M${x - size} ${y}q0 ${-size * 1.05} ${size * 0.7} ${-size * 1.15}h${size * 0.6}q${size * 0.7} ${size * 0.1} ${size * 0.7} ${size * 1.15}z`, coat)}
    ${rect(x - size * 0.18, y - size * 1.4, size * 0.36, size * 0.4, '#d9b195')}
    <ellipse cx="${x}" cy="${y - size * 1.65}" rx="${size * 0.42}" ry="${size * 0.5}" fill="${hair}"/>
    ${shape(`M${x - size} ${y}q0 ${-size * 1.05} ${size * 0.7} ${-size * 1.15}q${-size * 0.3} ${size * 0.6} ${-size * 0.25} ${size * 1.15}z`, '#fff', 'opacity=".14"')}`
}

/** Somebody standing, feet at `y`. */
function walker(random: Random, x: number, y: number, size: number): string {
  const coat = pick(random, coats)
  return `<ellipse cx="${x}" cy="${y}" rx="${size * 0.28}" ry="${size * 0.05}" fill="#000" opacity=".25"/>
    ${rect(x - size * 0.1, y - size * 0.45, size * 0.09, size * 0.45, '#343a46', 'rx="6"')}${rect(x + size * 0.01, y - size * 0.45, size * 0.09, size * 0.45, '#2c313c', 'rx="6"')}
    ${rect(x - size * 0.125, y - size * 0.82, size * 0.25, size * 0.44, coat, `rx="${size * 0.09}"`)}
    ${rect(x - size * 0.165, y - size * 0.79, size * 0.065, size * 0.38, coat, `rx="${size * 0.03}"`)}${rect(x + size * 0.1, y - size * 0.79, size * 0.065, size * 0.38, coat, `rx="${size * 0.04}"`)}
    ${disc(x, y - size * 0.92, size * 0.085, '#dcb698')}${shape(`M${x - size * 0.09} ${y - size * 0.92}a${size * 0.09} ${size * 0.095} 0 0 1 ${size * 0.18} 0z`, '#2a2422')}`
}

function tree(random: Random, x: number, y: number, size: number, greens: string[]): string {
  return (
    rect(x - size * 0.05, y - size * 0.6, size * 0.1, size * 0.6, '#5b4636') +
    times(46, () => {
      const angle = random() * 6.28
      const reach = Math.sqrt(random()) * size * 0.42
      return disc(
        x + Math.cos(angle) * reach,
        y - size * 0.92 + Math.sin(angle) * reach * 0.85,
        size * (0.07 + random() * 0.09),
        pick(random, greens),
        'opacity=".9"',
      )
    })
  )
}

/** A line of hills from edge to edge around the height `y`. */
function ridge(
  random: Random,
  width: number,
  y: number,
  swing: number,
  bottom: number,
  fill: string,
): string {
  const phase = random() * 9
  const points = Array.from({ length: 61 }, (_, i) => {
    const t = i / 60
    const height =
      Math.sin(t * 7 + phase) * 0.55 +
      Math.sin(t * 17 + phase * 2) * 0.28 +
      Math.sin(t * 41 + phase * 3) * 0.08
    return `${Math.round(t * width)} ${Math.round(y - height * swing)}`
  })
  return shape(`M0 ${bottom}L${points.join('L')}L${width} ${bottom}z`, fill)
}

function lecture(random: Random): string {
  const row = (y: number, size: number, count: number, shift: number) =>
    times(count, (i) =>
      sitter(
        random,
        ((i + shift) * 2400) / (count - 0.5) + (random() - 0.5) * size * 0.5,
        y + (random() - 0.5) * 20,
        size,
      ),
    )
  return `<defs>${fade('wall', '#c9b08a', '#efdfc2', '#b89a74')}${fade('screen', '#fdfefe', '#dcebf3')}${fade('pane', '#eaf6ff', '#fff6dc')}</defs>
    ${rect(0, 0, 2400, 1600, 'url(#wall)')}${rect(0, 0, 2400, 130, '#8f7450')}
    ${times(9, (i) => rect(120 + i * 260, 40, 130, 34, '#fff7dd', 'rx="17"'))}
    ${blurred(
      1,
      times(2, (i) => times(2, (j) => rect(90 + i * 1940 + j * 160, 260, 130, 560, 'url(#pane)'))),
    )}
    ${rect(560, 190, 1280, 690, '#4d443d', 'rx="8"')}${rect(580, 210, 1240, 650, 'url(#screen)')}
    ${rect(680, 290, 520, 46, '#b3322c')}${times(5, (i) => rect(680, 400 + i * 74, 300 + random() * 240, 26, '#7c93a5', 'rx="6"'))}
    ${shape('M1500 700c-190-130-210-250-130-310 60-44 118-6 130 52 12-58 70-96 130-52 80 60 60 180-130 310z', '#d2564c')}
    ${walker(random, 470, 1010, 520)}${rect(380, 790, 190, 300, '#7a5334', 'rx="8"')}${rect(364, 770, 222, 34, '#946a45', 'rx="6"')}
    ${shape('M0 260L1500 1600H0z', '#fff8e0', 'opacity=".16"')}
    ${blurred(1, row(1120, 62, 15, 0.1) + row(1210, 78, 13, 0.6))}${row(1330, 100, 11, 0.2)}${row(1470, 130, 9, 0.5)}${row(1660, 176, 7, 0.1)}`
}

function market(random: Random): string {
  const greens = ['#6f9a4b', '#88b05a', '#5a8542', '#a3c26b']
  const stall = (x: number, colour: string) => `
    ${rect(x + 16, 760, 14, 520, '#d8d8d4')}${rect(x + 610, 760, 14, 520, '#d8d8d4')}
    ${times(8, (i) => rect(x + 50 + i * 68, 860 + random() * 40, 54, 74, pick(random, ['#f4e8cf', '#e5b76b', '#c9dbe4', '#e7a596']), 'opacity=".9"'))}
    ${times(2, (i) => walker(random, x + 190 + i * 250, 1290, 470))}
    ${rect(x, 1090, 640, 230, '#f3efe6')}${rect(x, 1090, 640, 34, colour)}
    ${times(9, (i) => rect(x + 24 + i * 68, 1062 - random() * 18, 52, 34, pick(random, ['#d94f43', '#f2c14e', '#fff', '#4f83a8', '#7aa661'])))}
    ${shape(`M${x - 40} 800L${x + 60} 600H${x + 580}L${x + 680} 800z`, colour)}${times(9, (i) => shape(`M${x - 40 + i * 80} 798a40 44 0 0 0 80 0z`, i % 2 ? '#fdf8ec' : colour))}`
  return `<defs>${fade('sky', '#8fc3e8', '#dff0f6')}${fade('road', '#c9c2b6', '#9c958b')}</defs>
    ${rect(0, 0, 2400, 1600, 'url(#sky)')}
    ${blurred(
      2,
      times(
        8,
        (i) =>
          rect(
            i * 320 - 40,
            200 + random() * 220,
            290,
            900,
            pick(random, ['#d8c6ad', '#c7b7a6', '#e3d3bf', '#b9aea4']),
          ) +
          times(12, (j) =>
            rect(i * 320 + (j % 3) * 88, 460 + Math.floor(j / 3) * 130, 50, 74, '#8ea3b0'),
          ),
      ),
    )}
    ${blurred(
      1,
      times(6, (i) => tree(random, 120 + i * 440, 1080, 640, greens)),
    )}
    ${rect(0, 1060, 2400, 540, 'url(#road)')}${times(16, () => shape(`M${random() * 2400} ${1120 + random() * 440}h${90 + random() * 160}l-14 8h-120z`, '#fff', 'opacity=".12"'))}
    ${rect(180, 330, 18, 300, '#777')}${rect(2200, 330, 18, 300, '#777')}${shape('M190 350Q1200 400 2210 350V500Q1200 550 190 500z', '#c8261f')}
    ${times(15, (i) => `<g transform="translate(${340 + i * 122} ${432 + Math.sin((i / 14) * 3.14) * 22}) rotate(45)">${rect(-24, -24, 48, 48, '#ffe9a8')}${rect(-11, -11, 22, 22, '#c8261f')}</g>`)}
    ${stall(90, '#b8322b')}${stall(880, '#2f6d8f')}${stall(1670, '#c98a2b')}
    ${times(7, (i) => walker(random, 140 + i * 350 + random() * 120, 1480 + random() * 90, 560))}`
}

function library(random: Random): string {
  const spines = [
    '#8a3b32',
    '#34566b',
    '#c19a52',
    '#4d6a4c',
    '#d9cbb0',
    '#6b4a63',
    '#20343f',
    '#b8663d',
  ]
  const shelf = (y: number) => {
    let books = ''
    for (let x = 30; x < 2370; ) {
      const wide = 22 + random() * 34
      const high = 150 + random() * 60
      if (random() > 0.06)
        books +=
          rect(x, y - high, wide, high, pick(random, spines)) +
          rect(x + 3, y - high + 26, wide - 6, 8, '#f1e3bd', 'opacity=".6"')
      x += wide + 2
    }
    return `${rect(0, y - 240, 2400, 240, '#4a3423')}${books}${rect(0, y, 2400, 30, '#8b633d')}`
  }
  const lamp = (
    x: number,
  ) => `${rect(x - 5, 900, 10, 210, '#3b3027')}${shape(`M${x - 120} 930L${x - 60} 820H${x + 60}L${x + 120} 930z`, '#2e6b57')}
    ${shape(`M${x - 120} 930H${x + 120}L${x + 330} 1130H${x - 330}z`, '#ffe7a0', 'opacity=".42"')}${disc(x, 930, 34, '#fff6cf')}`
  return `<defs>${fade('table', '#b07a45', '#7a4e29')}</defs>${rect(0, 0, 2400, 1600, '#3a2a1d')}
    ${blurred(1, times(4, (i) => shelf(250 + i * 272)) + times(4, (i) => rect(i * 780 + 10, 0, 40, 1120, '#74512f')))}
    ${blurred(2, shape('M1500 0h620L1500 1600H300z', '#fff3cf', 'opacity=".14"'))}
    ${times(5, (i) => sitter(random, 260 + i * 470, 1160, 140))}
    ${rect(0, 1110, 2400, 490, 'url(#table)')}${rect(0, 1110, 2400, 18, '#d29c62')}
    ${lamp(500)}${lamp(1440)}
    ${times(6, (i) => `<g transform="translate(${230 + i * 400} ${1270 + (i % 2) * 130}) rotate(${random() * 16 - 8})">${shape('M0 0Q-80-40-160 0V100Q-80 66 0 104Q80 66 160 100V0Q80-40 0 0z', '#f6efdf')}${rect(-2, 0, 4, 104, '#b9ab91')}${times(5, (j) => rect(-136, 18 + j * 14, 108, 4, '#a39c8f') + rect(28, 18 + j * 14, 108, 4, '#a39c8f'))}</g>`)}`
}

function house(random: Random, x: number, y: number, size: number): string {
  return `${rect(x, y - size * 0.62, size, size * 0.62, pick(random, ['#f3efe4', '#e9e2d2', '#f7f3ea']))}${shape(`M${x - size * 0.1} ${y - size * 0.58}L${x + size * 0.14} ${y - size * 0.95}H${x + size * 0.86}L${x + size * 1.1} ${y - size * 0.58}z`, '#4a4c50')}
    ${rect(x + size * 0.42, y - size * 0.34, size * 0.17, size * 0.34, '#6b4a30')}${rect(x + size * 0.12, y - size * 0.4, size * 0.17, size * 0.15, '#6d8494')}${rect(x + size * 0.71, y - size * 0.4, size * 0.17, size * 0.15, '#6d8494')}`
}

function village(random: Random): string {
  const greens = ['#4f7a3d', '#3f6a39', '#6c934a', '#2f5632']
  const terrace = (i: number) => {
    const y = 1130 + i * 62
    return shape(
      `M0 ${y}C600 ${y - 90 + i * 12} 1100 ${y + 70} 1500 ${y + 8}S2200 ${y - 60} 2400 ${y + 20}V1600H0z`,
      pick(random, ['#8fae4f', '#b5bd57', '#7fa548', '#a5b84e', '#d0c05f']),
      'stroke="#55713a" stroke-width="7"',
    )
  }
  return `<defs>${fade('sky', '#7fb2d9', '#d6e6ea', '#fbe9cc')}${fade('mist', '#ffffff00', '#fffdf4', '#ffffff00')}</defs>
    ${rect(0, 0, 2400, 1600, 'url(#sky)')}${blurred(2, `${disc(1820, 330, 110, '#fff3c9')}${times(9, () => `<ellipse cx="${random() * 2400}" cy="${130 + random() * 260}" rx="${150 + random() * 190}" ry="${22 + random() * 30}" fill="#fff" opacity=".75"/>`)}`)}
    ${ridge(random, 2400, 560, 130, 1600, '#a9c3cf')}${ridge(random, 2400, 680, 150, 1600, '#86a9ad')}${ridge(random, 2400, 810, 130, 1600, '#5f8b80')}
    ${blurred(2, rect(-100, 780, 2600, 190, 'url(#mist)', 'opacity=".85"'))}${ridge(random, 2400, 960, 110, 1600, '#44704f')}
    ${times(26, () => tree(random, random() * 2400, 1090 + random() * 60, 130 + random() * 70, greens))}
    ${times(11, (i) => house(random, 620 + (i % 6) * 190 + random() * 60, 1080 + Math.floor(i / 6) * 120 + random() * 24, 150 + random() * 50))}
    ${times(12, () => tree(random, 500 + random() * 1500, 1200 + random() * 40, 120 + random() * 60, greens))}${times(8, (i) => terrace(i + 1))}
    ${tree(random, 180, 1640, 760, greens)}${tree(random, 2290, 1660, 620, greens)}`
}

function lane(random: Random): string {
  const lantern = (t: number, side: number) => {
    const x = 800 + side * (150 + t * 430)
    const y = 900 - t * 560
    const r = 26 + t * 74
    return `${rect(x - 2, y - r * 1.9, 4, r, '#3b2a22')}<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${r * 0.86}" fill="#d6322a"/><ellipse cx="${x}" cy="${y}" rx="${r * 0.45}" ry="${r * 0.8}" fill="#ff8a4f" opacity=".7"/>${rect(x - r * 0.4, y - r * 0.98, r * 0.8, r * 0.16, '#e6b64c')}${rect(x - r * 0.4, y + r * 0.82, r * 0.8, r * 0.16, '#e6b64c')}${rect(x - 3, y + r, 6, r * 0.7, '#e6b64c')}`
  }
  const bricks = (side: number) =>
    times(
      22,
      (i) =>
        `<path d="M${800 + side * 800} ${i * 112}L${800 + side * 120} ${900 + i * 18}" stroke="#4d4a48" stroke-width="3" opacity=".35"/>`,
    )
  return `<defs>${fade('sky', '#9cc4de', '#f8e6c6')}${fade('stone', '#8c8983', '#b7b1a6')}${fade('left', '#6f6b68', '#918a83')}</defs>
    ${rect(0, 0, 1600, 2400, 'url(#sky)')}${blurred(1, `${ridge(random, 1600, 900, 60, 1400, '#8aa79f')}${rect(640, 960, 320, 330, '#b3a894')}${shape('M700 1290V1120a100 100 0 0 1 200 0v170z', '#e9dcc0')}${shape('M600 970L680 880H920L1000 970z', '#3f4348')}`)}
    ${shape('M680 1290H920L1600 2400H0z', 'url(#stone)')}
    ${times(15, (i) => {
      const y = 1310 + i * i * 4.9
      return `<path d="M${680 - (y - 1290) * 0.613} ${y}H${920 + (y - 1290) * 0.613}" stroke="#66625c" stroke-width="${2 + i * 0.5}" opacity=".6"/>`
    })}
    ${times(9, (i) => `<path d="M${695 + i * 26} 1290L${i * 200} 2400" stroke="#6b675f" stroke-width="4" opacity=".45"/>`)}
    ${shape('M0 160L680 900V1290L0 2400z', 'url(#left)')}${shape('M1600 160L920 900V1290L1600 2400z', '#a69d92')}${bricks(-1)}${bricks(1)}
    ${shape('M0 60L700 870V930L0 240z', '#35383d')}${shape('M1600 60L900 870V930L1600 240z', '#41454b')}
    ${times(3, (i) => {
      const x = 60 + i * 220
      const s = 1 - i * 0.27
      return (
        shape(`M${x} ${1960 - i * 270}v${-640 * s}l${130 * s} ${-20 * s}v${560 * s}z`, '#5b3d29') +
        shape(
          `M${1600 - x} ${1960 - i * 270}v${-640 * s}l${-130 * s} ${-20 * s}v${560 * s}z`,
          '#6d4a32',
        )
      )
    })}
    ${times(5, (i) => lantern(i * i * 0.055 + 0.03, -1) + lantern(i * i * 0.055 + 0.03, 1))}
    ${walker(random, 760, 1500, 200)}${walker(random, 850, 1480, 180)}${walker(random, 660, 1890, 430)}
    ${shape('M0 0H900L300 2400H0z', '#fff2cf', 'opacity=".12"')}`
}

function bridge(random: Random): string {
  const span = `${shape('M120 1010C600 640 1800 640 2280 1010V1040H2130a330 330 0 0 0-560 0H1480a300 300 0 0 0-560 0H830a330 330 0 0 0-560 0H120z', '#5d4a4b')}
    ${times(22, (i) => {
      const t = i / 21
      return rect(200 + t * 2000, 962 - Math.sin(t * 3.14) * 222, 16, 74, '#47383b')
    })}<path d="M170 975C600 620 1800 620 2230 975" stroke="#47383b" stroke-width="16" fill="none"/>`
  return `<defs>${fade('dusk', '#4a5d8f', '#c98b93', '#f9c083', '#ffe3a8')}${fade('river', '#f3b982', '#a3788b', '#3d4a70')}</defs>
    ${rect(0, 0, 2400, 1060, 'url(#dusk)')}${blurred(2, `${disc(1500, 830, 120, '#fff0c0')}${times(10, () => `<ellipse cx="${random() * 2400}" cy="${150 + random() * 420}" rx="${180 + random() * 240}" ry="${12 + random() * 22}" fill="#ffd9b0" opacity=".5"/>`)}`)}
    ${ridge(random, 2400, 840, 80, 1060, '#8d6f86')}${ridge(random, 2400, 930, 60, 1060, '#5f4f6d')}
    ${times(9, (i) => house(random, i < 5 ? i * 95 - 40 : 1990 + (i - 5) * 120, 1040, 100 + random() * 40))}
    ${rect(0, 1040, 2400, 560, 'url(#river)')}${span}${blurred(1, `<g transform="matrix(1 0 0 -.8 0 1876)" opacity=".55">${span}</g>`)}
    ${times(90, () => {
      const y = 1060 + random() * 520
      return rect(
        1500 + (random() - 0.5) * (y - 700) * 1.6,
        y,
        40 + random() * 170,
        4 + random() * 5,
        '#ffe2ad',
        'opacity=".5" rx="3"',
      )
    })}
    ${walker(random, 1050, 770, 120)}${walker(random, 1120, 768, 110)}${walker(random, 1380, 772, 115)}
    ${shape('M420 1330q210 84 430 0l-44 74q-170 44-342 0z', '#2e2630')}${shape('M520 1338q110-140 230 0z', '#4b3a3c')}
    ${times(26, (i) => `<path d="M${i * 22 - 30} 1600q${20 + random() * 40}-${190 + random() * 160} ${60 + random() * 60}-${260 + random() * 150}" stroke="#2a2c3a" stroke-width="8" fill="none"/>`)}`
}

function stage(random: Random): string {
  const dancer = (x: number, y: number, dress: string) => `
    ${shape(`M${x} ${y - 250}q-34 110-112 250h224q-78-140-112-250z`, dress)}${disc(x, y - 282, 30, '#e8c2a2')}${shape(`M${x - 32} ${y - 286}a32 34 0 0 1 64 0z`, '#241d20')}
    <path d="M${x - 10} ${y - 220}q-90-40-120-130M${x + 10} ${y - 220}q90-40 120-130" stroke="#e8c2a2" stroke-width="22" stroke-linecap="round" fill="none"/>
    ${[-1, 1].map((side) => shape(`M${x + side * 130} ${y - 350}l${side * 96} ${-70}a120 120 0 0 0 ${-side * 150}-60z`, '#f4c64e')).join('')}`
  const beam = (x: number, to: number, colour: string) =>
    shape(`M${x} 150L${to - 190} 1130H${to + 190}z`, colour, 'opacity=".2"')
  const fans = ['#e5484d', '#e8772e', '#d93f6b', '#e5484d', '#e8772e']
  return `<defs>${fade('night', '#101a3d', '#2b2f66', '#4a3a6d')}${fade('back', '#7b1d3a', '#c2452f', '#f0a04b')}${fade('floor', '#8a4a3a', '#4c2a2c')}</defs>
    ${rect(0, 0, 2400, 1600, 'url(#night)')}${times(90, () => disc(random() * 2400, random() * 330, 1 + random() * 3, '#fff', 'opacity=".7"'))}
    ${rect(300, 190, 1800, 830, 'url(#back)')}${blurred(2, disc(1200, 640, 330, '#ffd98a', 'opacity=".75"'))}${times(7, (i) => shape(`M${420 + i * 260} 1020q130-${180 + random() * 160} 260 0z`, '#6b1a34', 'opacity=".6"'))}
    ${rect(230, 130, 1940, 64, '#23232e')}${rect(230, 130, 64, 980, '#23232e')}${rect(2106, 130, 64, 980, '#23232e')}${times(20, (i) => `<path d="M${260 + i * 96} 134l48 56 48-56" stroke="#565868" stroke-width="7" fill="none"/>`)}
    ${rect(170, 1010, 2060, 210, 'url(#floor)')}${rect(170, 1010, 2060, 10, '#f5b169')}
    ${blurred(1, beam(460, 800, '#ffe08a') + beam(900, 1000, '#ff9ad1') + beam(1500, 1400, '#8ad8ff') + beam(1940, 1600, '#ffe08a'))}
    ${fans.map((dress, i) => dancer(520 + i * 340, 1100 + (i % 2) * 70, dress)).join('')}
    ${blurred(
      1,
      times(40, (i) =>
        disc(
          i * 62 + random() * 20,
          1236 + random() * 20,
          9,
          pick(random, ['#ffd27a', '#ff9f7a', '#a7e0ff']),
        ),
      ),
    )}
    <g style="filter:brightness(.5)" opacity=".96">${times(14, (i) => `<ellipse cx="${90 + i * 175 + random() * 30}" cy="${1370 + random() * 30}" rx="46" ry="56" fill="#15131f"/><rect x="${10 + i * 175}" y="1420" width="170" height="200" rx="70" fill="#171522"/>`)}${times(10, (i) => `<ellipse cx="${60 + i * 255 + random() * 50}" cy="${1480 + random() * 30}" rx="66" ry="80" fill="#0c0b14"/><rect x="${-50 + i * 255}" y="1545" width="240" height="200" rx="90" fill="#0d0c16"/>`)}</g>
    ${times(4, (i) => rect(330 + i * 540, 1300 + random() * 60, 54, 92, '#bfe3ff', 'rx="8" stroke="#111" stroke-width="6"'))}`
}

/** Monthly events by kind; without letters, because a machine may have no font to draw them with. */
function chart(): string {
  const months = [
    [38, 22],
    [30, 18],
    [52, 30],
    [64, 41],
    [88, 60],
    [76, 55],
  ]
  return `${rect(0, 0, 1500, 900, '#fff')}${times(5, (i) => rect(110, 120 + i * 150, 1290, 2, '#d5d8dc'))}
    ${months.map(([a = 0, b = 0], i) => rect(165 + i * 208, 720 - a * 6.4, 66, a * 6.4, '#a5312b') + rect(239 + i * 208, 720 - b * 6.4, 66, b * 6.4, '#d9a441')).join('')}
    ${rect(110, 718, 1290, 5, '#333')}${rect(107, 90, 5, 632, '#333')}${times(6, (i) => rect(233 + i * 208, 722, 4, 18, '#333'))}
    ${times(6, (i) => times(i + 1, (j) => disc(235 + i * 208 - i * 9 + j * 18, 766, 6, '#555')))}`
}

const blurs = [1, 2]
  .map(
    (n) =>
      `<filter id="blur${n}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${n * n * 5}"/></filter>`,
  )
  .join('')
const svg = (width: number, height: number, content: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${blurs}</defs>${content}</svg>`,
  )

/** The scene with a lens's dark corners and a film's grain over it. */
function photograph({ width, height, seed, draw }: Scene): Sharp {
  const random = seeded(seed)
  const grain = { width: width / 2, height: height / 2, channels: 3 as const }
  const noise = Buffer.alloc(grain.width * grain.height * 3)
  for (let i = 0; i < noise.length; i += 3)
    noise.fill(128 + Math.round((random() + random() - 1) * 26), i, i + 3)
  const corners = `<defs><radialGradient id="lens" r=".75"><stop offset=".5" stop-opacity="0"/><stop offset="1" stop-opacity=".42"/></radialGradient></defs>${rect(0, 0, width, height, 'url(#lens)')}`
  return sharp(svg(width, height, draw(seeded(seed)))).composite([
    { input: svg(width, height, corners) },
    { input: noise, raw: grain, blend: 'soft-light', tile: true },
  ])
}

const photos = {
  'lecture.jpg': { width: 2400, height: 1600, seed: 11, draw: lecture },
  'market.jpg': { width: 2400, height: 1600, seed: 12, draw: market },
  'library.jpg': { width: 2400, height: 1600, seed: 13, draw: library },
  'village.jpg': { width: 2400, height: 1600, seed: 14, draw: village },
  'lane.jpg': { width: 1600, height: 2400, seed: 15, draw: lane },
  'stage.jpg': { width: 2400, height: 1600, seed: 17, draw: stage },
} satisfies Record<string, Scene>

await mkdir(folder, { recursive: true })
const jpeg = { quality: 80, mozjpeg: true }
for (const [name, scene] of Object.entries(photos)) {
  await photograph(scene)
    .removeAlpha()
    .jpeg(jpeg)
    .toFile(folder + name)
}
// As a phone held sideways writes it: the pixels lie on their side, only EXIF says so (6 = turn clockwise).
const upright = await photograph({ width: 2400, height: 1600, seed: 16, draw: bridge })
  .removeAlpha()
  .png()
  .toBuffer()
await sharp(upright)
  .rotate(270)
  .withMetadata({ orientation: 6 })
  .jpeg(jpeg)
  .toFile(`${folder}bridge.jpg`)
await sharp(svg(1500, 900, chart()))
  .removeAlpha()
  .png({ palette: true })
  .toFile(`${folder}chart.png`)
