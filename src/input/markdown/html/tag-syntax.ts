import { autolink, htmlFlow, htmlText } from 'micromark-core-commonmark'
import type { Construct, State } from 'micromark-util-types'
import type { Processor } from 'unified'
import { addSyntax, characterOf } from '../constructs.js'
import { isDestination } from '../destination.js'
import { isElement } from './elements.js'

/**
 * Parses `<…>` as HTML only if the name is an HTML element, and as a link only if it has a valid
 * target: 型号<X1>, `Vec<String>`, `<dept:科>` and `<abc@x>` are text.
 */
export function tagSyntax(this: Processor): void {
  addSyntax(this, {
    disable: { null: ['autolink', 'htmlFlow', 'htmlText'] },
    flow: { 60: { ...withKnownName(htmlFlow), name: 'tagFlow' } },
    text: { 60: [link, { ...withKnownName(htmlText), name: 'tagText' }] },
  })
}

const withKnownName = (html: Construct): Construct => ({
  ...html,
  tokenize(effects, ok, nok) {
    return effects.check(knownName, html.tokenize.call(this, effects, ok, nok), nok)
  },
})

/** Longer than any HTML element name. */
const maxLength = 16

/** `<` or `</` and an HTML element name; also comments, instructions and declarations. */
const knownName: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    let name = ''
    const read: State = (code) => {
      const character = characterOf(code)
      const isName = name === '' ? /[a-z/!?]/i.test(character) : /[a-z\d-]/i.test(character)
      if (isName && name.length < maxLength) {
        name += character
        effects.consume(code)
        return name === '/' ? afterSlash : read
      }
      effects.exit('data')
      return /^[!?]/.test(name) || isElement(name.replace('/', '')) ? ok(code) : nok(code)
    }
    const afterSlash: State = (code) => {
      name = ''
      return read(code)
    }
    return (code) => {
      effects.enter('data')
      effects.consume(code)
      return read
    }
  },
}

const link: Construct = {
  ...autolink,
  name: 'addressLink',
  tokenize(effects, ok, nok) {
    const done: State = (code) => {
      const address = this.events.findLast(
        ([, { type }]) => type === 'autolinkProtocol' || type === 'autolinkEmail',
      )?.[1]
      return address && isDestination(this.sliceSerialize(address)) ? ok(code) : nok(code)
    }
    return autolink.tokenize.call(this, effects, done, nok)
  },
}
