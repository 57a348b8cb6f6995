import { brandTalk, type Said, tradeTalk } from '../model/talk.ts'
import { theWorld } from '../model/world.ts'
import { insertMany } from './bulk.ts'
import { countFollowers } from './counts.ts'
import { fullHandle } from './flavours.ts'
import type { AccountRow, PostRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

const DAY = 86_400_000
/** Beyond that, nobody reads back; and a first search must stay quick. */
const DAYS_BACK = 95

/**
 * Writes down what is said about an account up to today, once per day. Whoever reads asks for it first: so
 * the talk goes on without anything running.
 */
export async function talkAbout(tools: SandboxTools, account: AccountRow): Promise<void> {
  const { seed, name, language } = account
  const brand = { seed, name, language, handle: fullHandle(account) }
  const days = await missingDays(tools, account.id, account.createdAt)
  if (days.length === 0) return
  const followers = await countFollowers(tools, account.id)
  const said = days
    .flatMap((day) => brandTalk(theWorld(), brand, followers, day))
    .filter(({ at }) => at >= account.createdAt.getTime())
  await writeDown(tools, account.id, days, said)
}

/** What members have said in their own posts since an instant: about an account, and of the trade. */
export async function talkSoFar(
  tools: SandboxTools,
  account: AccountRow,
  since: Date,
): Promise<PostRow[]> {
  await talkOfTheTrade(tools)
  await talkAbout(tools, account)
  return sandboxDb(tools.db)
    .selectFrom('sandboxPosts')
    .selectAll()
    .where('memberId', 'is not', null)
    .where('rootId', 'is', null)
    .where('at', '>=', since)
    .where('at', '<=', tools.clock.now())
    .where((eb) => eb.or([eb('accountId', '=', account.id), eb('accountId', 'is', null)]))
    .orderBy('at')
    .execute()
}

/** Writes down the talk of the trade up to today. */
export async function talkOfTheTrade(tools: SandboxTools): Promise<void> {
  const since = new Date(tools.clock.now().getTime() - 7 * DAY)
  const days = await missingDays(tools, null, since)
  await writeDown(
    tools,
    null,
    days,
    days.flatMap((day) => tradeTalk(theWorld(), day)),
  )
}

async function missingDays(
  tools: SandboxTools,
  accountId: string | null,
  since: Date,
): Promise<number[]> {
  const today = Math.floor(tools.clock.now().getTime() / DAY)
  const first = Math.max(Math.floor(since.getTime() / DAY), today - DAYS_BACK)
  const rows = await sandboxDb(tools.db)
    .selectFrom('sandboxTalkDays')
    .select('day')
    .where('accountId', 'is not distinct from', accountId)
    .where('day', '>=', first)
    .execute()
  const known = new Set(rows.map(({ day }) => day))
  return Array.from({ length: Math.max(0, today - first + 1) }, (_, i) => first + i).filter(
    (day) => !known.has(day),
  )
}

async function writeDown(
  tools: SandboxTools,
  accountId: string | null,
  days: number[],
  said: Said[],
): Promise<void> {
  if (days.length === 0) return
  // The words before the mark: if this stops in between, the next reader writes the same words again.
  await writePosts(tools, accountId, said)
  const marks = days.map((day) => ({ account_id: accountId, day }))
  await insertMany(tools.db, 'sandbox_talk_days', { account_id: 'uuid', day: 'integer' }, marks)
}

/** Writes down what members say; what is written already stays as it is. */
export async function writePosts(
  tools: Pick<SandboxTools, 'db'>,
  accountId: string | null,
  said: readonly Said[],
): Promise<void> {
  const rows = said.map((one) => ({
    id: accountId ? `${one.id}-${accountId}` : one.id,
    account_id: accountId,
    member_id: one.memberId,
    text: one.text,
    language: one.language,
    tone: one.calls ? 'question' : null,
    calls: one.calls,
    at: new Date(one.at),
  }))
  await insertMany(tools.db, 'sandbox_posts', talkTypes, rows)
}

const talkTypes = {
  id: 'text',
  account_id: 'uuid',
  member_id: 'integer',
  text: 'text',
  language: 'text',
  tone: 'text',
  calls: 'boolean',
  at: 'timestamptz',
}
