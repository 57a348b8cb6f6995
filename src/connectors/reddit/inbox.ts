import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { walkBack } from '#connectors/_contract/walk-back.ts'
import { callAs } from './api.ts'
import { listingSchema } from './thing.ts'

export const inbox: Inbox = { read }

const minute = 60_000

/** What we use of the inbox (GET /message/inbox), as its public clients read it. */
const receivedSchema = z.object({
  name: z.string(),
  author: z.string().nullish(),
  body: z.string(),
  created_utc: z.number(),
  was_comment: z.boolean().default(false),
  /** `comment_reply`, `post_reply`, `username_mention`. */
  type: z.string().optional(),
  parent_id: z.string().nullish(),
  /** Where it was said: `/r/name/comments/id/title/comment/?context=3`. */
  context: z.string().default(''),
  first_message_name: z.string().nullish(),
})

type Received = z.infer<typeof receivedSchema>

async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const walked = await walkBack(
    {
      page: (older) => page(tools, account, older),
      id: ({ name }) => name,
      at: ({ created_utc }) => new Date(created_utc * 1000),
      overlapMs: 10 * minute,
      maxPages: 10,
      firstReadMs: 14 * 24 * 60 * minute,
    },
    cursor,
  )
  return walked.ok ? done({ ...walked.value, items: walked.value.items.flatMap(inbound) }) : walked
}

async function page(tools: Tools, account: Account, older: string | undefined) {
  const query = { limit: '100', mark: 'false', ...(older ? { after: older } : {}) }
  const asked = { path: '/message/inbox', query }
  const answer = await callAs(tools, account, asked, listingSchema(receivedSchema))
  if (!answer.ok) return answer
  const { children, after } = answer.value.data
  return done({ items: children.map(({ data }) => data), ...(after ? { older: after } : {}) })
}

/** Reddit's own notices have no author; nobody could be answered. */
function inbound(received: Received): Inbound[] {
  const { name, author, body, created_utc, type, parent_id, context } = received
  if (!author || author === '[deleted]') return []
  const kind = kindOf(received)
  return [
    {
      remoteId: name,
      kind,
      threadId: threadOf(received),
      ...(kind === 'comment' && type !== 'username_mention' && parent_id
        ? { inReplyTo: parent_id }
        : {}),
      author: {
        remoteId: author,
        handle: author,
        name: author,
        profileUrl: `https://www.reddit.com/user/${author}`,
      },
      text: body,
      ...(context === '' ? {} : { url: `https://www.reddit.com${context}` }),
      at: new Date(created_utc * 1000),
    },
  ]
}

function kindOf({ was_comment, type }: Received): Inbound['kind'] {
  if (!was_comment) return 'message'
  return type === 'username_mention' ? 'mention' : 'comment'
}

/** Comments share their post, messages the first of them. */
function threadOf({ context, first_message_name, name }: Received): string {
  const [, post] = /\/comments\/(\w+)\//.exec(context) ?? []
  return post ? `t3_${post}` : (first_message_name ?? name)
}
