/** Of the body of a post, and of a comment or a private message (LemmyNet/lemmy, crates/utils, validation.rs). */
export const maxText = 50_000
export const maxComment = 10_000
export const maxTitle = 200
export const maxAlt = 1500
/** Ours: what a server takes is a setting of its keeper that the API does not tell. */
export const maxImageBytes = 5_000_000
