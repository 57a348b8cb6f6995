/** Ghost takes a thousand million characters: ours, so that nobody sends a book by mistake. */
export const textMax = 50_000

/** Ghost sets no number: ours. */
export const imagesMax = 20

/** Ghost sets none; Ghost(Pro) and usual front servers do: ours. */
export const imageMaxBytes = 5_000_000

/** TryGhost/Ghost, core/server/data/schema/schema.js: `posts.title`. */
export const titleMax = 255
export const excerptMax = 300
/** `posts_meta.feature_image_alt`, as Ghost checks it. */
export const altMax = 191
