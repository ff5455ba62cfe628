/** Runs one command line of a document, and returns what it printed. */
export type RunLine = (line: string, expected: string) => Promise<string>

const block = /^```console\n([\s\S]*?)^```$/gm

/**
 * Runs the commands of the `console` blocks of a document in order.
 *
 * @returns the document with what the commands printed.
 */
export async function withOutputs(document: string, run: RunLine): Promise<string> {
  let made = ''
  let last = 0
  for (const match of document.matchAll(block)) {
    const [whole, inside = ''] = match
    made += document.slice(last, match.index)
    const commands = inside.split(/^\$ /m).slice(1)
    const shown: string[] = []
    for (const command of commands) {
      const [line = '', ...expected] = command.trimEnd().split('\n')
      const output = await run(line, expected.join('\n'))
      shown.push([`$ ${line}`, output].filter((text) => text !== '').join('\n'))
    }
    made += `\`\`\`console\n${shown.join('\n')}\n\`\`\``
    last = match.index + whole.length
  }
  return made + document.slice(last)
}
