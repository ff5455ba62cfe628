import { cancel, intro, isCancel, outro, select, text } from '@clack/prompts'
import { Interrupted } from './interrupted.js'

/** Asks questions on a terminal, in Chinese. Ctrl-C cancels any question (throws Interrupted). */
export interface Prompts {
  begin(title: string): void
  text(question: {
    message: string
    usual?: string
    check?: (text: string) => string | undefined
  }): Promise<string>
  choose<T extends string>(
    message: string,
    options: readonly { value: T; label: string }[],
  ): Promise<T>
  end(text: string): void
}

/** Prompts on the terminal of this process. */
export const terminalPrompts: Prompts = {
  begin: intro,
  end: outro,
  async text({ message, usual, check }) {
    const answer = await text({
      message,
      ...(usual !== undefined && { placeholder: usual, defaultValue: usual }),
      validate: (typed) => check?.(typed === undefined || typed === '' ? (usual ?? '') : typed),
    })
    return given<string>(answer).trim()
  },
  async choose(message, options) {
    // The generic type of `select` does not accept `T extends string`.
    const answer = await select<string>({
      message,
      // The instructions of the library are in English. A hint is shown on the active option only.
      showInstructions: false,
      options: options.map((option) => ({ ...option, hint: '上下键选，回车定' })),
    })
    const chosen = given<string>(answer)
    const found = options.find(({ value }) => value === chosen)
    if (!found) throw new Error(`no such option: ${chosen}`)
    return found.value
  },
}

/** @throws {Interrupted} when the user cancelled the question. */
function given<T>(answer: T | symbol): T {
  if (!isCancel(answer)) return answer as T
  cancel('没有写任何文件。')
  throw new Interrupted()
}

/** Validator for a required answer: returns the message for an empty text, otherwise undefined. */
export const required = (text: string): string | undefined =>
  text.trim() === '' ? '写上一个名字。' : undefined
