import { z } from 'zod'
import type {
  Account,
  ChannelCounts,
  Metrics,
  PostCounts,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { call, hearing } from './api.ts'
import { siteOf } from './site.ts'

export const metrics: Metrics = { posts, channel }

const perPage = 100

/** What a stranger may not ask: a password that is not known any more shows. */
const asOurselves = { context: 'edit' }

/** WordPress counts nothing but comments: approved ones, ours included. A post in the trash is left out. */
async function posts(
  tools: Tools,
  account: Account,
  remoteIds: string[],
): Promise<Outcome<Record<string, PostCounts>>> {
  const counts: Record<string, PostCounts> = {}
  const ids = remoteIds.filter((id) => /^\d+$/.test(id))
  for (let at = 0; at < ids.length; at += perPage) {
    const some = ids.slice(at, at + perPage)
    const there = await readAll(tools, account, '/wp/v2/posts', {
      include: some.join(),
      ...asOurselves,
    })
    if (!there.ok) return there
    for (const { id } of there.value) counts[String(id)] = { replies: 0 }
    if (there.value.length === 0) continue
    const post = there.value.map(({ id }) => id).join()
    const said = await readAll(tools, account, '/wp/v2/comments', { post })
    if (!said.ok) return said
    for (const { post: under } of said.value) {
      const count = counts[String(under)]
      if (count) count.replies = (count.replies ?? 0) + 1
    }
  }
  return done(counts)
}

const itemSchema = z.array(z.object({ id: z.number(), post: z.number().optional() }))

async function readAll(
  tools: Tools,
  account: Account,
  route: string,
  asked: Record<string, string>,
): Promise<Outcome<z.infer<typeof itemSchema>>> {
  const all: z.infer<typeof itemSchema> = []
  for (let page = 1; ; page++) {
    const query = { ...asked, per_page: String(perPage), page: String(page), _fields: 'id,post' }
    const answer = await call(tools, account, { route, query }, itemSchema)
    if (!answer.ok) return answer
    all.push(...answer.value)
    if (answer.value.length < perPage) return done(all)
  }
}

async function channel(tools: Tools, account: Account): Promise<Outcome<ChannelCounts>> {
  const ear = hearing(tools)
  const query = {
    author: String(siteOf(account).userId),
    per_page: '1',
    _fields: 'id',
    ...asOurselves,
  }
  const answer = await call(ear.tools, account, { route: '/wp/v2/posts', query }, itemSchema)
  if (!answer.ok) return answer
  const total = ear.heard().get('x-wp-total')
  return done(total === null ? {} : { posts: Number(total) })
}
