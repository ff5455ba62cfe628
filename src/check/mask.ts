const object = '\ufffc'

/** Web and e-mail addresses, and names of files with a known ending. */
const unread =
  /(?:https?:\/\/|www\.)[!#-;=?-Z_a-z~%&]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[^\s，。；：、！？“”《》（）(),;"'\ufffc]{1,40}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|jpe?g|png|gif|tiff?|bmp|mp[34]|zip|rar|7z|txt|csv|md|html?|ya?ml|json|exe|apk)(?![A-Za-z\d])|(?<![\w.])[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|cn|gov|edu|example)(?:\/[\w./?=&%#-]*)?(?![\w])/gi

/** A text whose addresses and file names are hidden from the rules; offsets stay as they are. */
export function masked<T extends { text: string }>(block: T): T {
  const { text } = block
  if (!/[./@]/.test(text)) return block
  return { ...block, text: text.replace(unread, (found) => object.repeat(found.length)) }
}
