import { z } from 'zod'
import { type Change, isTheirMessage, nudgedBy } from '#connectors/_meta/webhook.ts'

/** Comments, mentions and private messages (instagram-platform/webhooks, read 2026-11-25). */
export const webhook = nudgedBy({
  comments: isTheirComment,
  mentions: () => true,
  messages: isTheirMessage,
})

const commentSchema = z.object({ from: z.object({ id: z.string() }) })

function isTheirComment({ account, value }: Change): boolean {
  return commentSchema.safeParse(value).data?.from.id !== account
}
