import { createHmac } from 'node:crypto'
import { isbot } from 'isbot'
import type { Desk } from '#domain/desk.ts'
import { hashToken, randomToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Duel, DuelsTables, Side } from './tables.ts'

export interface Voter {
  ip: string
  userAgent: string
  /** What their browser kept of an earlier vote. */
  token: string | null
}

/** `token` is for the voter's browser to keep; null when nothing was counted. */
export interface Voted {
  token: string | null
}

/**
 * Takes a vote. Who comes back with their token changes their mind; who comes without one from the same address and browser
 * is set apart as doubtful: in an office or a family that may be somebody else, so it is shown, not thrown away.
 */
export async function vote(desk: Desk, duel: Duel, choice: Side, voter: Voter): Promise<Voted> {
  const now = desk.clock.now()
  if (duel.closedAt || duel.closesAt <= now || !duel.salt || isbot(voter.userAgent)) {
    return { token: null }
  }
  const votes = tablesOf<DuelsTables>(desk.db)
  if (voter.token) {
    const changed = await votes
      .updateTable('duelVotes')
      .set({ choice, at: now })
      .where('duelId', '=', duel.id)
      .where('voterHash', '=', hashToken(voter.token))
      .returning('voterHash')
      .executeTakeFirst()
    if (changed) return { token: voter.token }
  }
  const token = randomToken()
  const addressMark = markOf(duel.salt, voter)
  await votes.transaction().execute(async (trx) => {
    // Two votes of one address at once are seen one after the other.
    await trx.selectFrom('duels').select('id').where('id', '=', duel.id).forUpdate().execute()
    const before = await trx
      .selectFrom('duelVotes')
      .select('voterHash')
      .where('duelId', '=', duel.id)
      .where('addressMark', '=', addressMark)
      .limit(1)
      .executeTakeFirst()
    await trx
      .insertInto('duelVotes')
      .values({
        duelId: duel.id,
        voterHash: hashToken(token),
        choice,
        verdict: before ? 'doubtful' : 'counted',
        addressMark,
        at: now,
      })
      .execute()
  })
  return { token }
}

/** HMAC-SHA256 of address and browser under the duel's own secret, cut to 16 bytes. The address itself is kept nowhere. */
function markOf(salt: Buffer, { ip, userAgent }: Voter): Buffer {
  const hmac = createHmac('sha256', salt)
  for (const part of [ip, userAgent]) hmac.update(`${Buffer.byteLength(part)}:`).update(part)
  return hmac.digest().subarray(0, 16)
}
