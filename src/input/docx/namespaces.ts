const transitional = 'http://schemas.openxmlformats.org'
const strict = 'http://purl.oclc.org/ooxml'

/** The parts of both standards that are read, and the prefixes under which we speak of them. */
const standard = {
  w: '/wordprocessingml/2006/main',
  a: '/drawingml/2006/main',
  wp: '/drawingml/2006/wordprocessingDrawing',
  pic: '/drawingml/2006/picture',
  c: '/drawingml/2006/chart',
  dgm: '/drawingml/2006/diagram',
  m: '/officeDocument/2006/math',
  r: '/officeDocument/2006/relationships',
}

const own = {
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  wpg: 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  wpc: 'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
}

const prefixes = new Map<string, string>([
  ...Object.entries(standard).flatMap(([prefix, path]): [string, string][] => [
    [transitional + path, prefix],
    [strict + path.replace('/2006', ''), prefix],
  ]),
  ...Object.entries(own).map(([prefix, uri]): [string, string] => [uri, prefix]),
])

/** The prefix by which the reader knows a namespace; undefined for one that it does not read. */
export const prefixOf = (uri: string): string | undefined => prefixes.get(uri)
