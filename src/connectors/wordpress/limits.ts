/** WordPress sets no length (post_content is LONGTEXT): ours, so that nobody sends a book by mistake. */
export const textMax = 50_000

/** WordPress sets no number: ours. */
export const imagesMax = 20

/** PHP’s own default, which a host may raise but rarely lowers; WordPress does not tell it. */
export const imageMaxBytes = 2_097_152
