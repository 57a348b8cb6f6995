import { z } from 'zod'
import { type Change, isTheirMessage, nudgedBy } from '#connectors/_meta/webhook.ts'

/** Comments under the page's posts (`feed`) and what is written to it on Messenger (`messages`). */
export const webhook = nudgedBy({ feed: isTheirComment, messages: isTheirMessage })

/** Webhooks reference, `page` `feed` (read 2026-11-25). */
const commentSchema = z.object({
  item: z.literal('comment'),
  verb: z.literal('add'),
  from: z.object({ id: z.string() }).optional(),
})

function isTheirComment({ account, value }: Change): boolean {
  const comment = commentSchema.safeParse(value).data
  return comment !== undefined && comment.from?.id !== account
}
