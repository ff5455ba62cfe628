import { blurred, disc, fade, pick, type Random, rect, shape, times } from './brush.js'
import { sitter, walker } from './figures.js'

/** A full lecture hall. */
export function lecture(random: Random): string {
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

/** A reading room with lamps. */
export function library(random: Random): string {
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

/** Fan dancers on a stage at night. */
export function stage(random: Random): string {
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
