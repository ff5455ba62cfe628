import type { Random } from './random.js'

/** Pieces of Markdown, YAML, HTML and TeX that change the meaning of what stands around them. */
const pieces = [
  ...[
    '---',
    '```',
    '~~~',
    '> ',
    '- ',
    '1. ',
    '# ',
    '|',
    '|-|',
    '**',
    '*',
    '_',
    '~',
    '==',
    '^',
    '$',
    '$$',
  ],
  ...[
    '\\(',
    '\\[',
    '[',
    '](',
    ')',
    '![',
    '](a.png)',
    '[^1]',
    '[^1]: ',
    '^[',
    '<!--',
    '-->',
    '<br>',
    '&',
  ],
  ...[
    '<table>',
    '<tr><td>',
    '</table>',
    '<td colspan=999999 rowspan=65535>',
    '<script>',
    '</',
    '&#0;',
  ],
  ...[
    ': ',
    '- - ',
    '? ',
    '&a ',
    '*a',
    '!!',
    '<<: ',
    '"',
    "'",
    '[',
    '{',
    '}',
    '|',
    '>-',
    '#',
    '@',
    '%',
    '\t',
  ],
  ...[
    '{{',
    '}}',
    '<!-- pagebreak -->',
    '（',
    '）',
    '《',
    '》',
    '“',
    '”',
    '——',
    '……',
    '：',
    '附件：1. ',
  ],
  ...[
    '\\frac{',
    '\\begin{matrix}',
    '}',
    '\\left(',
    '\\sqrt',
    '\u00a0',
    '\u3000',
    '\u200b',
    '\u202e',
    '\ufeff',
  ],
  ...[
    'title: ',
    '标题：',
    'section: ',
    'note: ',
    'date: 99999-99-99',
    'template: ',
    'sections:\n',
    '\r',
    '\n\n',
  ],
  ...[
    '一、',
    '（一）',
    '99999999999999999999',
    '-1',
    '1e999',
    'null',
    '~',
    'true',
    '\u0000',
    '\u001b[',
    '\u0085',
  ],
]

/** Changes a text in one to five places. */
export function mutatedText(text: string, random: Random): string {
  let changed = text
  for (let count = 1 + random.below(5); count > 0; count -= 1) changed = once(changed, random)
  return changed.length > 400_000 ? changed.slice(0, 400_000) : changed
}

function once(text: string, random: Random): string {
  const lines = text.split('\n')
  const at = random.below(text.length + 1)
  const to = Math.min(text.length, at + random.below(40))
  const line = random.below(lines.length)
  const changes: (() => string)[] = [
    () => text.slice(0, at) + random.pick(pieces) + text.slice(at),
    () => text.slice(0, at) + random.pick(pieces).repeat(1 + random.below(300)) + text.slice(at),
    () => text.slice(0, at) + text.slice(to),
    () => text.slice(0, at) + anyCharacters(random) + text.slice(at),
    () => text.slice(0, at) + text.slice(at, to).repeat(1 + random.below(60)) + text.slice(to),
    () => text.slice(0, at),
    () => text.slice(at),
    () => lines.toSpliced(line, 1).join('\n'),
    () => lines.toSpliced(line, 0, random.pick(lines)).join('\n'),
    () =>
      lines
        .toSpliced(line, 1, `${random.pick(pieces).repeat(1 + random.below(80))}${lines[line]}`)
        .join('\n'),
    () => lines.toSpliced(line, 1, `${' '.repeat(random.below(12))}${lines[line]}`).join('\n'),
    () => lines.toSpliced(line, 1, ...lines.slice(line, line + 4).reverse()).join('\n'),
  ]
  return random.pick(changes)()
}

/** Some characters from all of Unicode, lone surrogates included. */
function anyCharacters(random: Random): string {
  const start = random.pick([
    0, 0x80, 0x300, 0x600, 0x2000, 0x3000, 0xd7f0, 0xfe00, 0x1f300, 0x20000, 0xe0000, 0x10ff00,
  ])
  const characters = Array.from({ length: 1 + random.below(12) }, () =>
    String.fromCodePoint(Math.min(0x10ffff, start + random.below(0x200))),
  )
  return characters.join('')
}

/** Changes bytes: some turned, some left out, some written twice. */
export function mutatedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  let changed = Uint8Array.from(bytes)
  for (let count = 1 + random.below(8); count > 0; count -= 1) {
    const at = random.below(changed.length)
    const part = changed.subarray(at, at + random.below(64))
    const kind = random.below(4)
    if (kind < 2) changed[at] = random.below(256)
    else if (kind === 2)
      changed = joined(changed.subarray(0, at), changed.subarray(at + part.length))
    else changed = joined(changed.subarray(0, at), part, changed.subarray(at))
  }
  return changed
}

const joined = (...parts: Uint8Array[]) => Uint8Array.from(Buffer.concat(parts))
