import { blurred, disc, fade, pick, type Random, rect, shape, times } from './brush.js'
import { house, ridge, tree, walker } from './figures.js'

/** Three stalls under a banner. */
export function market(random: Random): string {
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

/** A village among terraced fields. */
export function village(random: Random): string {
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

/** An old lane with lanterns, upright. */
export function lane(random: Random): string {
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

/** A stone bridge at dusk. */
export function bridge(random: Random): string {
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
