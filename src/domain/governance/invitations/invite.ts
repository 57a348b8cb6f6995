import type { AuditAction } from '../audit/actions/index.ts'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { hashToken, randomToken } from '#platform/crypto/tokens.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import type { FreshInvitation, InvitationView, invitationInput } from '../api.ts'
import { audit } from '../audit/audit.ts'
import { alreadyInvited, alreadyMember } from '../errors.ts'
import { namingAccounts, refuseUnlessOwner } from '../members/membership.ts'
import { unlimited } from '../members/change-member.ts'
import { companyOf } from '../store.ts'
import type { GovernanceTables } from '../tables.ts'
import { accountsOf } from './accounts.ts'
import { letterOf } from './letter.ts'

const DAYS_VALID = 7

/** Where the desk is reached by whoever gets the link. */
export interface Sending {
  origin: string
}

/**
 * Invites somebody by e-mail: a link for one use, valid for seven days, whose token is kept as a hash only. The
 * letter leaves when the desk has a mail server; the link is answered in any case, once.
 * @throws Problem when they work here or are invited already, or an owner is to be made and the actor is none
 */
export async function invite(
  desk: Desk,
  actor: Actor,
  id: string,
  { email, role, channelIds }: z.output<typeof invitationInput>,
  { origin }: Sending,
): Promise<FreshInvitation> {
  refuseUnlessOwner(actor, role)
  const { companyId } = actor
  const now = desk.clock.now()
  const token = randomToken()
  const limit = unlimited(role) ? null : channelIds
  const row = {
    id,
    companyId,
    email: email.toLowerCase(),
    role,
    invitedBy: actor.name,
    allChannels: limit === null,
    createdAt: now,
    ...sealed(token, now),
  }
  await tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      await refuseMember(trx, companyId, row.email)
      const made = await trx
        .insertInto('invitations')
        .values({ ...row, closedAt: null, acceptedBy: null })
        .onConflict((c) => c.doNothing())
        .returning('id')
        .executeTakeFirst()
      if (!made) throw new Problem(alreadyInvited, { email: row.email })
      const accounts = [...new Set(limit)].map((channelId) => ({
        invitationId: id,
        companyId,
        channelId,
      }))
      if (accounts.length > 0)
        await namingAccounts(trx.insertInto('invitationChannels').values(accounts).execute())
      await tell(trx, actor, now, id, 'member.invited', { role })
    })
  return send(desk, actor, { ...row, channelIds: limit }, token, origin)
}

/** A new link for another seven days; the old one is of no use any more. @throws Problem when there is none open */
export async function inviteAgain(
  desk: Desk,
  actor: Actor,
  id: string,
  { origin }: Sending,
): Promise<FreshInvitation> {
  const now = desk.clock.now()
  const token = randomToken()
  const row = await tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const found = await trx
        .updateTable('invitations')
        .set(sealed(token, now))
        .where('companyId', '=', actor.companyId)
        .where('id', '=', id)
        .where('closedAt', 'is', null)
        .returningAll()
        .executeTakeFirst()
      if (!found) throw new Problem(notFound)
      refuseUnlessOwner(actor, found.role)
      await tell(trx, actor, now, id, 'member.invited-again')
      return found
    })
  const channelIds = await accountsOf(desk.db, row)
  return send(desk, actor, { ...row, channelIds }, token, origin)
}

/** Takes an invitation back: its link is refused from now on. @throws Problem when there is none open */
export async function uninvite(desk: Desk, actor: Actor, id: string): Promise<void> {
  const now = desk.clock.now()
  await tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const closed = await trx
        .updateTable('invitations')
        .set({ closedAt: now })
        .where('companyId', '=', actor.companyId)
        .where('id', '=', id)
        .where('closedAt', 'is', null)
        .returning('role')
        .executeTakeFirst()
      if (!closed) throw new Problem(notFound)
      refuseUnlessOwner(actor, closed.role)
      await tell(trx, actor, now, id, 'member.uninvited')
    })
}

/** Invitations that nobody has accepted or taken back, the latest first. */
export async function listInvitations(desk: Desk, companyId: string): Promise<InvitationView[]> {
  const rows = await tablesOf<GovernanceTables>(desk.db)
    .selectFrom('invitations')
    .selectAll()
    .where('companyId', '=', companyId)
    .where('closedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute()
  const now = desk.clock.now()
  return Promise.all(
    rows.map(async (row) => present({ ...row, channelIds: await accountsOf(desk.db, row) }, now)),
  )
}

type Row = Parameters<typeof present>[0]

async function send(
  desk: Desk,
  { companyId }: Actor,
  row: Row,
  token: string,
  origin: string,
): Promise<FreshInvitation> {
  const { name: company, language } = await companyOf(desk.db, companyId)
  const link = `${origin}/invitation/${token}`
  const letter = letterOf(row.email, { company, by: row.invitedBy, link }, language)
  const { outcome } = await desk.mail.send(letter)
  return { ...present(row, desk.clock.now()), link, letter: outcome }
}

function sealed(token: string, now: Date) {
  const expiresAt = new Date(now.getTime() + DAYS_VALID * 86_400_000)
  return { tokenHash: hashToken(token), expiresAt }
}

function present(
  row: Omit<InvitationView, 'createdAt' | 'expiresAt' | 'expired'> & {
    createdAt: Date
    expiresAt: Date
  },
  now: Date,
): InvitationView {
  const { id, email, role, channelIds, invitedBy, createdAt, expiresAt } = row
  const times = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() }
  return { id, email, role, channelIds, invitedBy, ...times, expired: expiresAt <= now }
}

async function refuseMember(trx: Executor, companyId: string, email: string): Promise<void> {
  const member = await tablesOf<GovernanceTables>(trx)
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.userId')
    .select('users.id')
    .where('memberships.companyId', '=', companyId)
    .where('users.email', '=', email)
    .executeTakeFirst()
  if (member) throw new Problem(alreadyMember, { email })
}

async function tell(
  trx: Executor,
  { companyId, id: actor }: Actor,
  at: Date,
  id: string,
  action: AuditAction,
  detail: Record<string, unknown> = {},
): Promise<void> {
  await audit(trx, { companyId, at, actor, action, subject: `invitation:${id}`, detail })
  await emit(trx, companyId, 'member.invited', { invitationId: id })
}
