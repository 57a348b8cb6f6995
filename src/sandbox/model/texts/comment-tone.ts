export const commentTones = [
  'thanks',
  'question',
  'purchase',
  'complaint',
  'opinion',
  'spam',
] as const

/** What a comment is for. */
export type CommentTone = (typeof commentTones)[number]
