import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { failed, type Outcome } from '#connectors/_contract/failure.ts'
import { connectorOf, withAccess } from '#domain/channels/index.ts'
import { addressesOf } from './addresses-of.ts'
import { mailingsOf } from '#domain/subscribers/index.ts'
import { visitsOf } from '#domain/visits/index.ts'
import type { Claimed, Office } from './claim-delivery.ts'
import { afterConfirm, afterPublish, type Verdict } from './decide.ts'
import { raiseFence, type Fence } from './fence.ts'
import { keeperOf } from './keep-facts.ts'
import { CannotPrepare, outgoingOf } from './outgoing.ts'
import { renewLease } from './renew-lease.ts'
import { settle } from './settle.ts'

/** Does what a claimed delivery asks for, and writes down what came of it. */
export async function carryOut(office: Office, claimed: Claimed): Promise<void> {
  const { desk, timings } = office
  const { leaseUntil } = claimed
  const fence = raiseFence(desk, desk.clock, leaseUntil, timings.fence)
  const mailings = mailingsOf(desk, claimed.channel)
  const visits = visitsOf(desk, claimed.channel)
  const own = {
    ...addressesOf(desk, claimed),
    fetch: fence.fetch,
    socket: fence.socket,
    courier: fence.courier,
    keep: keeperOf(desk, claimed),
    ...(mailings ? { mailings } : {}),
    ...(visits ? { visits } : {}),
  }
  const course: Course = { fence, renewed: false }
  const pulse = setInterval(() => void renewLease(office, claimed, fence), timings.renewEvery)
  try {
    const answer = await within(timings.longest, claimed, attempt(office, claimed, own, course))
    fence.close()
    const heard = fence.passed() && (answer.ok || answer.failure.kind === 'rejected')
    const verdict = judge(office, claimed, answer)
    if (course.renewed) verdict.detail.renewed = true
    await settle(office, claimed, verdict, { answer, heard })
  } finally {
    clearInterval(pulse)
    fence.close()
    office.held.delete(claimed.channel.id)
  }
}

type Answer = Outcome<Published | null>

/** What happened on the way. */
interface Course {
  fence: Fence
  /** The access had expired and was renewed. */
  renewed: boolean
}

function judge(
  { desk, timings }: Office,
  { delivery, channel, action }: Claimed,
  answer: Answer,
): Verdict {
  const { idempotency } = connectorOf(desk, channel).manifest
  const at = { now: desk.clock.now(), timings, idempotency }
  if (action === 'confirm') return afterConfirm(delivery, answer, at)
  return afterPublish(
    delivery,
    answer.ok && !answer.value ? lostWords : (answer as Outcome<Published>),
    at,
  )
}

const lostWords = failed({ kind: 'unknown-outcome', detail: 'the connector answered nothing' })

/** A connector that throws has a fault; what it had sent by then decides what we may assume. */
async function attempt(
  office: Office,
  claimed: Claimed,
  own: Pick<Tools, 'fetch' | 'keep'>,
  course: Course,
): Promise<Answer> {
  const { desk } = office
  try {
    const connector = connectorOf(desk, claimed.channel)
    const outgoing = await outgoingOf(desk, claimed)
    return await withAccess(
      desk,
      claimed.channel,
      (account, tools) => ask(connector.publish, claimed, { ...tools, ...own }, account, outgoing),
      () => {
        course.renewed = true
      },
    )
  } catch (error) {
    if (error instanceof CannotPrepare) {
      return failed({ kind: 'rejected', reason: error.reason, detail: error.message })
    }
    desk.log.error({ error, delivery: claimed.delivery.id }, 'a delivery met an unexpected error')
    return failed({
      kind: claimed.action === 'publish' && course.fence.passed() ? 'unknown-outcome' : 'transient',
      detail: String(error),
    })
  }
}

function ask(
  publish: Publish | undefined,
  { action }: Claimed,
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Answer> {
  if (!publish)
    return Promise.resolve(failed({ kind: 'transient', detail: 'this network cannot publish' }))
  return action === 'confirm'
    ? publish.confirm(tools, account, outgoing)
    : publish.publish(tools, account, outgoing)
}

/** A promise that never ends must not keep an account for ever. */
async function within(ms: number, { action }: Claimed, answer: Promise<Answer>): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Answer>((resolve) => {
    const detail = `no answer within ${Math.round(ms / 1000)} s`
    // Reading that takes too long says nothing of whether it can be read.
    const kind = action === 'publish' ? 'unknown-outcome' : 'transient'
    timer = setTimeout(() => resolve(failed({ kind, detail })), ms)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
