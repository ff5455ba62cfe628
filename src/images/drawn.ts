/** What a metafile of Windows draws. */
export interface Drawn {
  /** Bitmaps as files (JPEG, PNG, BMP), and where each is drawn. */
  bitmaps: { bytes: Buffer; on: string }[]
  /** Whether it draws anything but bitmaps. */
  draws: boolean
}
