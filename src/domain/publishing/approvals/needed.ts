import { membersToTell, rolesThatMay } from '#domain/governance/index.ts'
import { findChannel } from '#domain/channels/index.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import type { Author } from '../posts/draft-post.ts'
import type { PublishingTables } from '../tables.ts'
import type { Decider, Step } from './model.ts'
import type { Rule } from './tables.ts'

/** What a post is, as far as rules look at it. */
export interface About {
  postId?: string
  channelIds: readonly string[]
  campaignId: string | null
}

/** What must be agreed to before a post leaves. */
export interface Need {
  steps: Step[]
  /** Names of the rules that ask for it; none: the author may not publish alone. */
  rules: string[]
}

/**
 * What is needed before somebody's post may leave: the steps of every rule that concerns it, in order; or, for
 * whoever may not publish alone, one approval by somebody who may approve. Null: nothing.
 */
export async function neededFor(db: Executor, author: Author, about: About): Promise<Need | null> {
  const rules = await rulesOf(db, author.companyId)
  const connectorIds = rules.some(({ scope }) => scope.connectorIds.length > 0)
    ? await connectorsOf(db, author.companyId, about.channelIds)
    : []
  const concerned = rules.filter((rule) => concerns(rule, author, { ...about, connectorIds }))
  const asked = concerned.flatMap(({ steps }) => steps)
  const usual = asked.length === 0 && !mayPublishAlone(author) ? [usualStep()] : []
  const steps = [...asked, ...usual, ...(await guestSteps(db, about.postId))]
  return steps.length > 0 ? { steps, rules: concerned.map(({ name }) => name) } : null
}

/** The rules that concern a post as it is now, and did not as it was. */
export async function newlyConcerned(
  db: Executor,
  author: Author,
  was: About,
  is: About,
): Promise<Rule[]> {
  const rules = await rulesOf(db, author.companyId)
  const looks = async (about: About) => ({
    ...about,
    connectorIds: await connectorsOf(db, author.companyId, about.channelIds),
  })
  const [before, after] = [await looks(was), await looks(is)]
  return rules.filter((rule) => concerns(rule, author, after) && !concerns(rule, author, before))
}

/** Somebody outside was asked, by a link for this post, and it waits for them. */
async function guestSteps(db: Executor, postId: string | undefined): Promise<Step[]> {
  if (!postId) return []
  const links = await tablesOf<PublishingTables>(db)
    .selectFrom('reviewLinks')
    .select('guestEmail')
    .where('postId', '=', postId)
    .where('waits', '=', true)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt')
    .execute()
  return links.flatMap(({ guestEmail }) => (guestEmail ? guestStep(guestEmail) : []))
}

/** One agreement by one person outside. */
export const guestStep = (email: string): Step => ({
  roles: [],
  members: [],
  emails: [email],
  quorum: 1,
  hoursBefore: null,
  ownPosts: false,
})

/** Whether no rule aside, what they schedule leaves. The desk itself acts for somebody who may. */
export const mayPublishAlone = ({ scopes }: Author): boolean =>
  scopes === undefined || scopes.has('posts:publish')

/** The usual: one agreement by somebody whose role approves. */
const usualStep = (): Step => ({
  roles: rolesThatMay('posts:approve'),
  members: [],
  emails: [],
  quorum: 1,
  hoursBefore: null,
  ownPosts: false,
})

export async function rulesOf(db: Executor, companyId: string): Promise<Rule[]> {
  return tablesOf<PublishingTables>(db)
    .selectFrom('approvalRules')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('position')
    .orderBy('createdAt')
    .execute()
}

/** Whether a rule is about somebody's post. Pure. */
export function concerns(
  { scope, exemptRoles }: Pick<Rule, 'scope' | 'exemptRoles'>,
  author: Pick<Author, 'role'>,
  about: About & { connectorIds: readonly string[] },
): boolean {
  if (author.role && exemptRoles.includes(author.role)) return false
  const { channelIds, connectorIds, campaignIds } = scope
  if (channelIds.length + connectorIds.length + campaignIds.length === 0) return true
  return (
    channelIds.some((one) => about.channelIds.includes(one)) ||
    connectorIds.some((one) => about.connectorIds.includes(one)) ||
    (about.campaignId !== null && campaignIds.includes(about.campaignId))
  )
}

/** Who may decide in each step: members of today, and people outside by their address. */
export async function decidersOf(
  db: Executor,
  companyId: string,
  steps: readonly Step[],
): Promise<Decider[][]> {
  const members = await membersToTell(db, companyId)
  return steps.map(({ roles, members: named, emails }) => [
    ...members
      .filter(({ role, userId }) => roles.includes(role) || named.includes(userId))
      .map(({ userId, name }) => ({ kind: 'member' as const, id: userId, name })),
    ...emails.map((email) => ({ kind: 'guest' as const, id: email, name: email })),
  ])
}

async function connectorsOf(db: Executor, companyId: string, ids: readonly string[]) {
  const channels = await Promise.all(ids.map((id) => findChannel(db, companyId, id)))
  return channels.flatMap((channel) => channel?.connectorId ?? [])
}
