/** The colours that the program itself writes (src/cli/terminal.ts). */
const ourColour = /\u001b\[(?:2|22|31|33|39)m/

/** C0 and C1 controls but tab and line end, and the marks that turn the order of a text round. */
const control = /(?!\r\n)[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

const unseen = (colours: boolean) =>
  new RegExp(colours ? `(${ourColour.source})|${control.source}` : `()${control.source}`, 'g')

const [plain, coloured] = [unseen(false), unseen(true)]

/**
 * Writes the control characters of a text as `\u001b`, so that it can neither move a terminal's
 * cursor, set its title or clipboard, nor show a line in another order than its characters have.
 * JSON stays the same JSON. With `colours`, those that the program writes are kept.
 */
export const visibleControls = (text: string, { colours = false } = {}): string =>
  text.replace(colours ? coloured : plain, (one, kept?: string) => kept || escaped(one))

const escaped = (one: string) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`
