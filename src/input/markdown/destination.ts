const scheme =
  /^(?:[a-z][a-z\d+.-]{1,30}:\/\/|(?:mailto|tel|sms|data|javascript|vbscript|file|qr|urn):)/i
/** Relative to the root, the folder or the page. */
const rooted = /^(?:#|\.{0,2}[/\\]|~[/\\]|[a-z]:[/\\]).|^www\./i
const mail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/
const domain = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:[:/?#].*)?$/i
const file = /\.[a-z][a-z\d]{1,4}(?:[?#].*)?$/i
const folders = /^[\w.%-]{3,}(?:\/[\w.%-]{3,})+\/?$/

/**
 * Whether a text can be the target of a link: an address or a file path, not “5” or
 * 数据来源于市统计局.
 */
export const isDestination = (text: string): boolean =>
  [scheme, rooted, mail, domain, file, folders].some((form) => form.test(text))

/** Whether a text is a mail address. */
export const isMail = (text: string): boolean => mail.test(text)

/** Whether a text is a web address. */
export const isWebAddress = (text: string): boolean => /^(?:https?:\/\/|www\.)./i.test(text)

/** Whether a text ends with a file extension. */
export const isFile = (text: string): boolean => file.test(text)

/** Whether a text ends with the extension of a picture file. */
export const isPictureFile = (text: string): boolean =>
  /\.(?:jpe?g|jfif|png|gif|bmp|webp|svg|tiff?|heic|heif|avif)(?:[?#].*)?$/i.test(text)

/** Whether the target of a picture requests a QR code. */
export const isCode = (target: string): boolean => /^qr:./i.test(target)
