/** Why a picture could not be fetched. Thrown, and told with the places that show the picture. */
export class Unfetched extends Error {
  override name = 'Unfetched'

  constructor(
    /** In Chinese, without a full stop: `服务器说没有这张图片（404）`. */
    readonly reason: string,
    /** What to do, in Chinese. */
    readonly hint: string = byHand,
    options?: ErrorOptions & {
      /** No server has said anything: the network may be down altogether. */
      unanswered?: boolean
    },
  ) {
    super(reason, options)
    this.unanswered = options?.unanswered ?? false
  }

  readonly unanswered: boolean
}

/** The way that is always open. */
const byHand = '在浏览器里打开，把图片另存到本期的 images/，再写成 images/文件名。'
