import { sql } from 'kysely'
import { z } from 'zod'
import { countFollowers, countPosts } from './counts.ts'
import { flavourOf } from './flavours.ts'
import { tallyOf } from './polls.ts'
import { notFound } from './refusal.ts'
import type { AccountRow, PostRow } from './tables.ts'
import { talkAbout, talkOfTheTrade } from './talk-days.ts'
import { sandboxDb, type SandboxDb, type SandboxTools } from './tools.ts'
import { accountView, profile, type View, viewOf } from './views.ts'

/** Lists come newest first; `older` asks for the page that follows. */
export interface List {
  items: View[]
  older?: string
}

export const listQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(40),
  older: z
    .string()
    .regex(/^\d+_.{1,200}$/)
    .optional(),
})
export type ListQuery = z.infer<typeof listQuery>

export const searchQuery = listQuery.extend({
  /** A post that holds this word or phrase is found, whatever the case. None: everything. */
  q: z.string().max(500).default(''),
})

/** The account as it sees itself, with its limits. */
export async function readAccount(tools: SandboxTools, account: AccountRow) {
  const { textMax, imagesMax, name } = flavourOf(account.flavour)
  return {
    ...accountView(tools, account),
    network: name,
    pace: account.pace,
    honoursKeys: account.honoursKeys,
    followers: await countFollowers(tools, account.id),
    posts: await countPosts(tools, account.id),
    limits: { textMax, imagesMax },
  }
}

/** What the account itself has posted and answered. */
export async function readOwnPosts(
  tools: SandboxTools,
  account: AccountRow,
  query: ListQuery,
): Promise<List> {
  const own = visible(tools).where('accountId', '=', account.id).where('memberId', 'is', null)
  return page(tools, await newest(own, query), query)
}

/** What others said to the account: comments, answers, and posts that call it by its handle. */
export async function readNotifications(
  tools: SandboxTools,
  account: AccountRow,
  query: ListQuery,
): Promise<List> {
  await talkAbout(tools, account)
  const said = visible(tools)
    .where('accountId', '=', account.id)
    .where('memberId', 'is not', null)
    .where((eb) => eb.or([eb('rootId', 'is not', null), eb('calls', '=', true)]))
  return page(tools, await newest(said, query), query)
}

/** Public posts by members that hold a phrase: talk of the trade, and about the account that searches. */
export async function search(
  tools: SandboxTools,
  account: AccountRow,
  query: z.infer<typeof searchQuery>,
): Promise<List> {
  await talkOfTheTrade(tools)
  await talkAbout(tools, account)
  const phrase = query.q
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/[\\%_]/g, '\\$&')
  const found = visible(tools)
    .where('memberId', 'is not', null)
    .where('rootId', 'is', null)
    .where((eb) => eb.or([eb('accountId', '=', account.id), eb('accountId', 'is', null)]))
    .where(sql<boolean>`text ilike ${`%${phrase}%`}`)
  return page(tools, await newest(found, query), query)
}

export async function readPost(
  tools: SandboxTools,
  account: AccountRow,
  id: string,
): Promise<View & { poll: Awaited<ReturnType<typeof tallyOf>> }> {
  const post = await visible(tools)
    .where((eb) => eb.or([eb('accountId', '=', account.id), eb('accountId', 'is', null)]))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!post) throw notFound('post')
  const view = viewOf(tools, await profile(tools, post), post)
  return { ...view, poll: await tallyOf(tools, post) }
}

/** Takes a post of the account off, with what was said under it. Taking it off twice is no error. */
export async function deletePost(
  tools: SandboxTools,
  account: AccountRow,
  id: string,
): Promise<void> {
  const now = tools.clock.now()
  const { numUpdatedRows } = await sandboxDb(tools.db)
    .updateTable('sandboxPosts')
    .set({ deletedAt: sql`coalesce(deleted_at, ${now}::timestamptz)` })
    .where('accountId', '=', account.id)
    .where('memberId', 'is', null)
    .where('id', '=', id)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound('post')
}

const visible = (tools: SandboxTools) =>
  sandboxDb(tools.db)
    .selectFrom('sandboxPosts')
    .selectAll()
    .where('at', '<=', tools.clock.now())
    .where('deletedAt', 'is', null)

type Posts = ReturnType<typeof visible>

async function newest(posts: Posts, { limit, older }: ListQuery): Promise<PostRow[]> {
  const [, ms, id] = /^(\d+)_(.+)$/.exec(older ?? '') ?? []
  const before =
    ms && id ? sql<boolean>`(at, id) < (${new Date(Number(ms))}::timestamptz, ${id})` : undefined
  const wanted = before ? posts.where(before) : posts
  return wanted
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
}

async function page(tools: SandboxTools, rows: PostRow[], { limit }: ListQuery): Promise<List> {
  const kept = rows.slice(0, limit)
  const owners = await ownersOf(sandboxDb(tools.db), kept)
  const items = kept.map((row) => viewOf(tools, owners.get(row.accountId ?? ''), row))
  const last = kept.at(-1)
  return rows.length > limit && last
    ? { items, older: `${last.at.getTime()}_${last.id}` }
    : { items }
}

async function ownersOf(db: SandboxDb, rows: PostRow[]): Promise<Map<string, AccountRow>> {
  const ids = [...new Set(rows.flatMap((row) => row.accountId ?? []))]
  if (ids.length === 0) return new Map()
  const accounts = await db
    .selectFrom('sandboxAccounts')
    .selectAll()
    .where('id', 'in', ids)
    .execute()
  return new Map(accounts.map((account) => [account.id, account]))
}
