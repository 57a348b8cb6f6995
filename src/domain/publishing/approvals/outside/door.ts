import type { FastifyRequest } from 'fastify'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { hashToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import type { PublishingTables } from '../../tables.ts'
import type { ReviewLink } from '../tables.ts'
import { linkOver, noSuchLink, passcodeNeeded, wrongPasscode } from './errors.ts'
import { countKnock } from './knocks.ts'
import { isPasscode, isProof, proofOf } from './passcode.ts'

/**
 * Whoever comes by a link: it exists, has not ended, and its passcode was given.
 * @param counts pictures of a page that was counted are not counted again
 * @throws Problem when it does not let them in
 */
export async function letIn(
  desk: Desk,
  request: FastifyRequest,
  token: string,
  proof: string | undefined,
  { counts = true } = {},
): Promise<ReviewLink> {
  const link = await linkOf(desk, request, token)
  if (counts) await countKnock(desk.db, 'opened', `${link.id} ${request.ip}`, desk.clock.now())
  if (link.passcodeHash && !(proof && isProof(proof, token, link.passcodeHash))) {
    throw new Problem(passcodeNeeded)
  }
  return link
}

/** Gives the proof for a passcode. @throws Problem when it is not the one, or was guessed at too often */
export async function provePasscode(
  desk: Desk,
  request: FastifyRequest,
  token: string,
  passcode: string,
): Promise<string> {
  const link = await linkOf(desk, request, token)
  if (!link.passcodeHash) return ''
  // Counted before it is tried: guesses made at the same time count too.
  await countKnock(desk.db, 'wrong', link.id, desk.clock.now())
  if (!(await isPasscode(passcode, link.passcodeHash))) throw new Problem(wrongPasscode)
  return proofOf(token, link.passcodeHash)
}

async function linkOf(desk: Desk, request: FastifyRequest, token: string): Promise<ReviewLink> {
  const link = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('reviewLinks')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst()
  if (!link) {
    await countKnock(desk.db, 'lost', request.ip, desk.clock.now())
    throw new Problem(noSuchLink)
  }
  if (!link.revokedAt && link.expiresAt > desk.clock.now()) return link
  const { name } = await companyOf(desk.db, link.companyId)
  throw new Problem(linkOver, { company: name })
}
