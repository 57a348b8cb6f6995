import { z } from 'zod'

/** What we read of a comment (instagram-graph-api/reference/ig-comment, read 2026-11-25). */
export const commentSchema = z.object({
  id: z.string(),
  text: z.string().default(''),
  timestamp: z.string(),
  username: z.string().optional(),
  from: z.object({ id: z.string(), username: z.string().optional() }).optional(),
})

export type Comment = z.infer<typeof commentSchema>

/** With the answers to each: they are in no other list. */
export const commentFields =
  'id,text,timestamp,username,from,replies.limit(50){id,text,timestamp,username,from}'

export const withRepliesSchema = commentSchema.extend({
  replies: z.object({ data: z.array(commentSchema) }).optional(),
})

export const whoSaid = ({ id, username, from }: Comment) => {
  const name = username ?? from?.username ?? 'Instagram'
  return { remoteId: from?.id ?? `of-${id}`, handle: name, name }
}
