import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import { invalidInput } from '#platform/http/problems.ts'
import type { Person } from '#platform/http/route.ts'
import type { acceptance, InvitationOffer } from '../api.ts'
import { audit } from '../audit/audit.ts'
import { authenticationOf } from '../authentication.ts'
import { invitationGone, invitedAsOther } from '../errors.ts'
import { accountsOf } from './accounts.ts'
import { limitToAccounts } from '../members/membership.ts'
import { signIn } from '../sign-in.ts'
import { companyOf } from '../store.ts'
import type { GovernanceTables } from '../tables.ts'

/** What an invitation offers to whoever holds its link. @throws Problem when it is of no use any more */
export async function readInvitation(
  desk: Desk,
  token: string,
  person: Person | null,
): Promise<InvitationOffer> {
  const { companyId, email, role, invitedBy } = await openInvitation(desk.db, desk, token)
  const { name, language } = await companyOf(desk.db, companyId)
  return {
    company: name,
    language,
    invitedBy,
    email,
    role,
    step: await stepFor(desk, email, person),
  }
}

/**
 * Joins the company. Whoever has no account on this desk gets one, by the address that was invited; whoever has one
 * signs in, or is signed in already.
 * @returns the company
 * @throws Problem when the invitation is of no use any more, or is for somebody else
 */
export async function acceptInvitation(
  desk: Desk,
  token: string,
  given: z.output<typeof acceptance>,
  {
    person,
    request,
    reply,
  }: { person: Person | null; request: FastifyRequest; reply: FastifyReply },
): Promise<string> {
  const { email } = await openInvitation(desk.db, desk, token)
  const step = await stepFor(desk, email, person)
  if (step === 'other') throw new Problem(invitedAsOther, { email })
  if (step === 'account') refuseIncomplete(given)
  // Before anything is written: a wrong password must not use the invitation up.
  if (step === 'password') await signIn(desk, { email, password: given.password }, request, reply)
  const companyId = await tablesOf<GovernanceTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const invitation = await openInvitation(trx, desk, token)
      if (step === 'account') await makeAccount(desk, email, given, invitation.companyId)
      await join(trx, desk, invitation)
      return invitation.companyId
    })
  if (step === 'account') await signIn(desk, { email, password: given.password }, request, reply)
  return companyId
}

type Invitation = Awaited<ReturnType<typeof openInvitation>>

/** Held until the transaction ends when in one: two clicks make one member. */
async function openInvitation(db: Executor, desk: Desk, token: string) {
  const found = await tablesOf<GovernanceTables>(db)
    .selectFrom('invitations')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .$if(db.isTransaction, (q) => q.forUpdate())
    .executeTakeFirst()
  if (!found || found.closedAt || found.expiresAt <= desk.clock.now())
    throw new Problem(invitationGone)
  return found
}

async function stepFor(
  desk: Desk,
  email: string,
  person: Person | null,
): Promise<InvitationOffer['step']> {
  if (person) return person.email === email ? 'join' : 'other'
  return (await userBy(desk.db, email)) ? 'password' : 'account'
}

async function userBy(db: Executor, email: string): Promise<string | undefined> {
  const user = await tablesOf<GovernanceTables>(db)
    .selectFrom('users')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return user?.id
}

async function makeAccount(
  desk: Desk,
  email: string,
  { name, password, language }: z.output<typeof acceptance>,
  companyId: string,
): Promise<void> {
  const speaks = language ?? (await companyOf(desk.db, companyId)).language
  const { api } = await authenticationOf(desk)
  await api.signUpEmail({ body: { name, email, password, language: speaks } })
}

async function join(trx: Executor, desk: Desk, invitation: Invitation): Promise<void> {
  const { id, companyId, email, role } = invitation
  const now = desk.clock.now()
  const userId = await userBy(desk.db, email)
  if (!userId) throw new Error('an account vanished while it joined')
  const tables = tablesOf<GovernanceTables>(trx)
  const made = await tables
    .insertInto('memberships')
    .values({ companyId, userId, role, createdAt: now })
    .onConflict((c) => c.doNothing())
    .returning('userId')
    .executeTakeFirst()
  if (made) await limitToAccounts(trx, { companyId, userId }, await accountsOf(trx, invitation))
  const closed = { closedAt: now, acceptedBy: userId }
  await tables.updateTable('invitations').set(closed).where('id', '=', id).execute()
  const subject = `member:${userId}`
  const detail = { role }
  await audit(trx, { companyId, at: now, actor: userId, action: 'member.joined', subject, detail })
  await emit(trx, companyId, 'member.joined', { userId })
}

/** @throws Problem by the field */
function refuseIncomplete({ name, password }: z.output<typeof acceptance>): void {
  const fields = [
    ...(name ? [] : [{ pointer: '/name', detail: noName }]),
    ...(password.length >= SHORTEST_PASSWORD ? [] : [{ pointer: '/password', detail: tooShort }]),
  ]
  if (fields.length > 0) throw new Problem(invalidInput, {}, { fields })
}

const SHORTEST_PASSWORD = 10

const noName = {
  en: 'Enter the name your colleagues will see.',
  fr: 'Indiquez le nom que verront vos collègues.',
}
const tooShort = { en: 'Choose at least 10 characters.', fr: 'Choisissez au moins 10 caractères.' }
