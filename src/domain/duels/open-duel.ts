import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { audit, companyOf } from '#domain/governance/index.ts'
import { draftPost, picturesOf } from '#domain/publishing/index.ts'
import { randomToken } from '#platform/crypto/tokens.ts'
import { tablesOf } from '#platform/db/database.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import { emit } from '#platform/events/outbox.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Actor } from '#platform/http/route.ts'
import type { duelInput } from './api.ts'
import { DUELS_WORK } from './close-duel.ts'
import { noPublicAddress, noSuchPicture, samePicture } from './errors.ts'
import { postOf } from './post-of.ts'
import type { DuelsTables } from './tables.ts'
import { wake } from '#platform/jobs/due-work.ts'

const DAY = 86_400_000

/**
 * Opens a duel and drafts the post that asks: a person looks at it, chooses its hour, and lets it leave.
 * @throws Problem when a picture is not there, both are the same, or the voting page could not be reached
 */
export async function openDuel(
  desk: Desk,
  actor: Actor,
  id: string,
  input: z.output<typeof duelInput>,
): Promise<void> {
  const { companyId } = actor
  const company = await companyOf(desk.db, companyId)
  await refuse(desk, companyId, input)
  const origin = company.publicUrl ?? desk.publicUrl
  if (input.way === 'page' && !origin && !company.practice) throw new Problem(noPublicAddress)
  const now = desk.clock.now()
  const code = randomToken(9)
  const language = input.language ?? company.language
  const closesAt = new Date(now.getTime() + input.days * DAY)
  await inOneTransaction(desk, async (within) => {
    const postId = uuid({ msecs: now.getTime() })
    const page = `${origin ?? desk.localUrl}/v/${code}`
    await draftPost(within, actor, postId, postOf({ ...input, language }, page), {
      kind: 'duel',
      id,
    })
    await tablesOf<DuelsTables>(within.db)
      .insertInto('duels')
      .values({
        id,
        companyId,
        code,
        language,
        question: input.question,
        first: JSON.stringify(input.first),
        second: JSON.stringify(input.second),
        way: input.way,
        closesAt,
        closedAt: null,
        salt: randomBytes(32),
        postId,
        createdBy: actor.name,
        createdAt: now,
      })
      .execute()
    await audit(within.db, {
      companyId,
      at: now,
      actor: actor.id,
      action: 'duel.opened',
      subject: `duel:${id}`,
    })
    await emit(within.db, companyId, 'duel.opened', { duelId: id })
    await wake(within.db, DUELS_WORK)
  })
}

async function refuse(
  desk: Desk,
  companyId: string,
  { first, second }: z.output<typeof duelInput>,
): Promise<void> {
  if (first.mediaId === second.mediaId) throw new Problem(samePicture)
  const known = await picturesOf(desk.db, companyId, [first.mediaId, second.mediaId])
  if (known.length < 2) throw new Problem(noSuchPicture)
}
