import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import { refuseOtherAccounts } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit, type AuditAction, companyOf } from '#domain/governance/index.ts'
import { linkOrigin } from '#domain/links/index.ts'
import { hashToken, randomToken } from '#platform/crypto/tokens.ts'
import { SealBroken } from '#platform/crypto/secrets.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { asJson } from '#platform/db/storable.ts'
import { namedIn } from '../../posts/draft-post.ts'
import { lockPost, wholePost } from '../../posts/store.ts'
import type { PublishingTables } from '../../tables.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import { insertRequest } from '../hold-for-approval.ts'
import { guestStep } from '../needed.ts'
import { requestOf } from '../store.ts'
import type { ReviewLink } from '../tables.ts'
import type { linkInput, ReviewLinkView } from './api.ts'
import { hashPasscode } from './passcode.ts'

type Input = z.output<typeof linkInput>

const DAY = 86_400_000

/**
 * Makes a door for somebody without an account. When the post is to wait for them, it does from now on.
 * @throws Problem when the post is not there
 */
export async function makeLink(
  desk: Desk,
  actor: Actor,
  id: string,
  input: Input,
): Promise<ReviewLinkView> {
  const { companyId } = actor
  if (input.postId) {
    const { variants } = await wholePost(desk.db, companyId, input.postId)
    await refuseOtherAccounts(desk.db, actor, namedIn(variants))
  }
  const passcodeHash = input.passcode ? await hashPasscode(input.passcode) : null
  const { days, passcode: _, language, ...rest } = input
  const now = desk.clock.now()
  const company = await companyOf(desk.db, companyId)
  const row = await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const made = await insertLink(trx, desk, {
        ...rest,
        id,
        companyId,
        passcodeHash,
        language: language ?? company.language,
        expiresAt: new Date(now.getTime() + days * DAY),
        createdBy: actor.id,
      })
      if (made.waits && made.postId && made.guestEmail) {
        await waitFor(trx, desk, actor, made.postId, made.guestEmail)
      }
      await note(trx, desk, actor, made, 'review-link.made')
      return made
    })
  return presentLink(desk, row, company.publicUrl)
}

/** The row of a link, its token random, kept as a hash and sealed. */
export async function insertLink(
  trx: Executor,
  desk: Desk,
  link: Pick<ReviewLink, 'companyId' | 'postId' | 'language' | 'expiresAt' | 'createdBy'> &
    Partial<ReviewLink>,
): Promise<ReviewLink> {
  const token = randomToken()
  const { id = uuid() } = link
  return tablesOf<PublishingTables>(trx)
    .insertInto('reviewLinks')
    .values({
      ...link,
      id,
      guestName: link.guestName ?? '',
      tokenHash: hashToken(token),
      tokenSealed: desk.secrets.seal(token, contextOf(id)),
      createdAt: desk.clock.now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** The post goes on waiting until this person has agreed too. */
async function waitFor(
  trx: Executor,
  desk: Desk,
  actor: Actor,
  postId: string,
  email: string,
): Promise<void> {
  const whole = await lockPost(trx, actor.companyId, postId)
  // A draft: it will wait once it is scheduled.
  if (whole.post.state !== 'scheduled') return
  const found = await requestOf(trx, postId)
  if (found?.steps.some(({ emails }) => emails.includes(email))) return
  const step = guestStep(email)
  const occasion = { what: 'schedule' as const, now: false, moving: true }
  const request = found
    ? await tablesOf<PublishingTables>(trx)
        .updateTable('approvals')
        .set({ steps: asJson([...found.steps, step]), cleared: asJson({}) })
        .where('id', '=', found.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await insertRequest(trx, desk, actor, whole, { steps: [step], rules: [] }, occasion)
  await bringUpToDate(trx, desk, whole, request)
}

/** Closes a door at once. @throws Problem when there is none */
export async function revokeLink(desk: Desk, actor: Actor, id: string): Promise<void> {
  await tablesOf<PublishingTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const row = await trx
        .updateTable('reviewLinks')
        .set({ revokedAt: desk.clock.now() })
        .where('companyId', '=', actor.companyId)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      if (!row) throw new Problem(notFound)
      await note(trx, desk, actor, row, 'review-link.revoked')
    })
}

/** The company's links, latest first; of one post when it is named. */
export async function listLinks(
  desk: Desk,
  companyId: string,
  postId?: string,
): Promise<ReviewLinkView[]> {
  const { publicUrl } = await companyOf(desk.db, companyId)
  let query = tablesOf<PublishingTables>(desk.db)
    .selectFrom('reviewLinks')
    .selectAll()
    .where('companyId', '=', companyId)
    .orderBy('createdAt', 'desc')
    .limit(200)
  if (postId) query = query.where('postId', '=', postId)
  return (await query.execute()).map((row) => presentLink(desk, row, publicUrl))
}

/** The address of a link; null when the desk's key has changed since. */
export function addressOf(desk: Desk, link: ReviewLink, publicUrl: string | null): string | null {
  try {
    const token = desk.secrets.open(link.tokenSealed, contextOf(link.id))
    return `${linkOrigin(desk, { publicUrl })}/review/${token}`
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

const contextOf = (id: string) => `review-link:${id}`

function presentLink(desk: Desk, link: ReviewLink, publicUrl: string | null): ReviewLinkView {
  const isExpired = link.expiresAt <= desk.clock.now()
  return {
    id: link.id,
    url: addressOf(desk, link, publicUrl),
    postId: link.postId,
    campaignId: link.campaignId,
    month: link.month,
    guestName: link.guestName,
    guestEmail: link.guestEmail,
    language: link.language,
    hasPasscode: link.passcodeHash !== null,
    waits: link.waits,
    expiresAt: link.expiresAt.toISOString(),
    state: link.revokedAt ? 'revoked' : isExpired ? 'expired' : 'open',
    seenAt: link.seenAt?.toISOString() ?? null,
  }
}

async function note(
  trx: Executor,
  desk: Desk,
  actor: Actor,
  link: ReviewLink,
  action: AuditAction,
) {
  const { companyId, id: by } = actor
  const at = desk.clock.now()
  await audit(trx, { companyId, at, actor: by, action, subject: `review-link:${link.id}` })
}
