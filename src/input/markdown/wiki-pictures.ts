import type { Image } from 'mdast'
import type { Construct, State } from 'micromark-util-types'
import type { Processor } from 'unified'
import type { TreeExtension } from './constructs.js'
import { addSyntax, characterOf, endsLine } from './constructs.js'
import { isPictureFile, isWebAddress } from './destination.js'

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    wikiPicture: 'wikiPicture'
  }
}

/** Maximum length of the text in the brackets. */
const maxLength = 300
/** A path, and words or a size after vertical bars, which are escaped in a table. */
const form = /^!\[\[([^[\]|]+?)((?:\\?\|[^[\]|]*)*)\]\]$/
const size = /^\s*(\d+)(?:\s*[x×]\s*(\d+))?\s*$/

/** Parses `![[a.jpg]]` and `![[a.jpg|说明|300]]`, the picture notation of note-taking programs. */
export function wikiPictures(this: Processor): void {
  addSyntax(this, { text: { 33: wikiPicture } }, tree)
}

const wikiPicture: Construct = {
  name: 'wikiPicture',
  tokenize(effects, ok, nok) {
    let written = ''
    const read: State = (code) => {
      const character = characterOf(code)
      if (endsLine(code) || written.length > maxLength) return nok(code)
      if (written.length < 3 && character !== '![['.charAt(written.length)) return nok(code)
      written += character
      effects.consume(code)
      if (!written.endsWith(']]')) return read
      effects.exit('wikiPicture')
      return pictureIn(written) ? ok : nok
    }
    return (code) => {
      effects.enter('wikiPicture')
      return read(code)
    }
  },
}

/** The picture that the text describes; undefined when it is not a local picture file. */
function pictureIn(written: string): Image | undefined {
  const [, path = '', bars = ''] = form.exec(written) ?? []
  const url = path.replace(/\\$/, '').trim()
  if (!isPictureFile(url) || isWebAddress(url)) return undefined
  const parts = bars.split(/\\?\|/).slice(1)
  const [, width, height] = size.exec(parts.at(-1) ?? '') ?? []
  const words = width === undefined ? parts : parts.slice(0, -1)
  return {
    type: 'image',
    url,
    alt: words.join(' ').trim(),
    ...(width && { data: { size: { width, ...(height && { height }) } } }),
  }
}

const tree: TreeExtension = {
  enter: {
    wikiPicture(token) {
      const image = pictureIn(this.sliceSerialize(token))
      if (image) this.enter(image, token)
    },
  },
  exit: {
    wikiPicture(token) {
      this.exit(token)
    },
  },
}
