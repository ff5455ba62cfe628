const scheme =
  /^(?:[a-z][a-z\d+.-]{1,30}:\/\/|(?:mailto|tel|sms|data|javascript|vbscript|file|qr|urn):)/i
/** From the root, the folder or the page that it stands in. */
const rooted = /^(?:#|\.{0,2}[/\\]|~[/\\]|[a-z]:[/\\]).|^www\./i
const mail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/
const domain = /^[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}(?:[:/?#].*)?$/i
const file = /\.[a-z][a-z\d]{1,4}(?:[?#].*)?$/i
const folders = /^[\w.%-]{3,}(?:\/[\w.%-]{3,})+\/?$/

/** Whether a text can be what a link leads to: an address or the path of a file, not 5 or 数据来源于市统计局. */
export const isDestination = (text: string): boolean =>
  [scheme, rooted, mail, domain, file, folders].some((form) => form.test(text))

/** Whether a text is a mail address. */
export const isMail = (text: string): boolean => mail.test(text)

/** Whether a text is the address of a page. */
export const isWebAddress = (text: string): boolean => /^(?:https?:\/\/|www\.)./i.test(text)

/** Whether a text ends like the name of a file. */
export const isFile = (text: string): boolean => file.test(text)

/** Whether a text ends like the name of a picture. */
export const isPictureFile = (text: string): boolean =>
  /\.(?:jpe?g|jfif|png|gif|bmp|webp|svg|tiff?|heic|heif|avif)(?:[?#].*)?$/i.test(text)

/** Whether the target of a picture asks for a QR code. */
export const isCode = (target: string): boolean => /^qr:./i.test(target)
