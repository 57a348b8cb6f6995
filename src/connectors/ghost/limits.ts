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

export const noAnswers = {
  en: 'Ghost signs comments with a member of the site, and Vigie is none: answer on the site itself.',
  fr: 'Ghost signe les commentaires du nom d’un membre du site, et Vigie n’en est pas un : répondez sur le site lui-même.',
}
