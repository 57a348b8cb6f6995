import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { wake } from '#platform/jobs/due-work.ts'
import type { WholePost } from '../posts/store.ts'
import type { PublishingTables } from '../tables.ts'
import { sealOf } from './content.ts'
import type { Hashes, Standing, Step } from './model.ts'
import { decidersOf } from './needed.ts'
import type { Approval, Notice } from './tables.ts'

/** The name under which the letters' work is woken. */
export const NOTICES_WORK = 'approval-notices'

const HOUR = 3_600_000
const DAY = 24 * HOUR

type Wanted = Pick<Notice, 'kind' | 'step' | 'recipient' | 'about' | 'dueAt'>

/** Until when a step must be decided; null when it leaves as soon as it is. */
export function deadlineOf(
  { asap }: Pick<Approval, 'asap'>,
  step: Pick<Step, 'hoursBefore'> | undefined,
  scheduledAt: Date | null,
): Date | null {
  if (asap || !step || !scheduledAt) return null
  return new Date(scheduledAt.getTime() - (step.hoursBefore ?? 0) * HOUR)
}

/**
 * Writes down the letters that a request calls for now, and takes off those no longer called for. A letter that was
 * taken up is never written again: the same person is told the same thing once.
 */
export async function planNotices(
  trx: Executor,
  desk: Desk,
  { post }: WholePost,
  request: Approval,
  stands: Standing,
  hashes: Hashes,
): Promise<void> {
  const wanted = stands.state === 'open' ? await wantedFor() : []
  const tables = tablesOf<PublishingTables>(trx)
  await tables
    .deleteFrom('approvalNotices')
    .where('approvalId', '=', request.id)
    .where('takenAt', 'is', null)
    .where('kind', '!=', 'decided')
    .execute()
  await insertNotices(trx, request, wanted)

  async function wantedFor(): Promise<Wanted[]> {
    const step = stands.active
    const [deciders = []] = (await decidersOf(trx, post.companyId, request.steps)).slice(step)
    const open = deciders
      .map(({ id }) => id)
      .filter((id) => !post.authorIds.includes(id) && !stands.steps[step]?.approvedBy.includes(id))
    const now = desk.clock.now()
    const asked = { kind: 'asked' as const, step, about: sealOf(hashes), dueAt: now }
    const deadline = deadlineOf(request, request.steps[step], post.scheduledAt)
    const letters: Wanted[] = open.map((recipient) => ({ ...asked, recipient }))
    if (!deadline) return letters
    const about = deadline.toISOString()
    const soon = { kind: 'soon' as const, step, about, dueAt: reminderAt(now, deadline) }
    const passed = { kind: 'passed' as const, step, about, dueAt: deadline }
    return [
      ...letters,
      ...(deadline > now ? open.map((recipient) => ({ ...soon, recipient })) : []),
      { ...passed, recipient: request.requestedBy },
    ]
  }
}

/** A day before the deadline; half-way to it when there is less time. */
function reminderAt(now: Date, deadline: Date): Date {
  const left = deadline.getTime() - now.getTime()
  return new Date(deadline.getTime() - Math.min(DAY, left / 2))
}

/** Each is written once, whatever happens. */
export async function insertNotices(
  trx: Executor,
  { id: approvalId, companyId }: Pick<Approval, 'id' | 'companyId'>,
  wanted: readonly Wanted[],
): Promise<void> {
  if (wanted.length === 0) return
  await tablesOf<PublishingTables>(trx)
    .insertInto('approvalNotices')
    .values(
      wanted.map((one) => ({
        ...one,
        id: uuid(),
        companyId,
        approvalId,
        takenAt: null,
        outcome: null,
      })),
    )
    .onConflict((c) => c.columns(['approvalId', 'kind', 'step', 'recipient', 'about']).doNothing())
    .execute()
  await wake(trx, NOTICES_WORK)
}
