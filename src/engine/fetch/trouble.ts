/** Thrown when a picture cannot be fetched. Reported with the places that show the picture. */
export class Unfetched extends Error {
  override name = 'Unfetched'

  constructor(
    /** The reason in Chinese, without a full stop: `服务器说没有这张图片（404）`. */
    readonly reason: string,
    /** Advice in Chinese. */
    readonly hint: string = byHand,
    options?: ErrorOptions & {
      /** No server responded; the network may be down. */
      unanswered?: boolean
    },
  ) {
    super(reason, options)
    this.unanswered = options?.unanswered ?? false
  }

  readonly unanswered: boolean
}

/** The default advice: saving the picture by hand always works. */
const byHand = '在浏览器里打开，把图片另存到本期的 images/，再写成 images/文件名。'
