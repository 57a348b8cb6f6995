import { z } from 'zod'
import { parseJson } from '#connectors/_contract/ask.ts'
import type { Inbox } from '#connectors/_contract/connector.ts'
import { done } from '#connectors/_contract/failure.ts'
import { readState } from '#connectors/_meta/read-under.ts'
import { readComments } from './comments.ts'
import { readMessages } from '#connectors/_meta/messages.ts'
import { messengerOf } from './messenger.ts'

/** Comments under the page's posts, and what is written to it on Messenger. */
export const inbox: Inbox = {
  async read(tools, account, cursor) {
    const state = cursorSchema.parse(parseJson(cursor ?? ''))
    const comments = await readComments(tools, account, readState(state.comments))
    if (!comments.ok) return comments
    const under = readState(state.messages)
    const messages = await readMessages(tools, messengerOf(tools, account), {
      since: state.since,
      under,
    })
    if (!messages.ok) return messages
    const items = [...comments.value.items, ...messages.value.items]
    return done({
      items: items.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
      cursor: JSON.stringify({
        comments: comments.value.state,
        messages: messages.value.state.under,
        since: messages.value.state.since,
      }),
    })
  },
}

/** An unreadable cursor means: begin again. */
const cursorSchema = z
  .object({
    comments: z.unknown(),
    messages: z.unknown(),
    since: z.number().nullable().catch(null),
  })
  .catch({ comments: {}, messages: {}, since: null })
