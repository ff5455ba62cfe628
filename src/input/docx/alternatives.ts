import { below, child, children, type XmlElement } from './xml.js'

const readable: ReadonlySet<string> = new Set([
  'w:t',
  'w:delText',
  'm:t',
  'w:sym',
  'a:blip',
  'v:imagedata',
  'v:textpath',
  'c:chart',
  'dgm:relIds',
])

/**
 * The branch of `mc:AlternateContent` that is read: the first that holds something to read. Word shows
 * a Choice that it understands; WPS writes one without a Fallback.
 */
export function branchOf(alternatives: XmlElement): XmlElement | undefined {
  const branches = [
    ...children(alternatives, 'mc:Choice'),
    ...children(alternatives, 'mc:Fallback'),
  ]
  const holds = (branch: XmlElement) => [...below(branch)].some(({ name }) => readable.has(name))
  return (
    branches.find(holds) ?? child(alternatives, 'mc:Choice') ?? child(alternatives, 'mc:Fallback')
  )
}
