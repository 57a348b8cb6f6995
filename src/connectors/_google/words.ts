/** A text without what networks change in it: its ways of writing one letter, and its spaces. */
export const bare = (words: string | undefined) =>
  (words ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
