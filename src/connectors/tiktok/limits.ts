/**
 * TikTok's figures. A video has 2,200 UTF-16 units of words, photos have 4,000; a text is written before it is known
 * which of them it goes with, so that the shorter one holds for both.
 */
export const limits = {
  text: 2200,
  images: 35,
  imageBytes: 20_000_000,
  imageTypes: ['image/jpeg', 'image/webp'],
  /** 1,920 by 1,080. */
  imagePixels: 2_073_600,
  videoBytes: 4_000_000_000,
  videoSeconds: 600,
  /** 4,096 by 4,096. */
  videoPixels: 16_777_216,
  videoFrames: 60,
}
