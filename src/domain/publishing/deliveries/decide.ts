import type { Published } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import type { Manifest } from '#connectors/_contract/manifest.ts'
import type { AttemptOutcome, Trouble } from '../model.ts'
import { storable } from '#platform/db/storable.ts'
import type { AttemptDetail, Delivery } from '../tables.ts'
import { pauseAfter, quietOf, type Timings } from './timings.ts'

/** What an answer of the network makes of a delivery. */
export interface Verdict {
  change: Partial<
    Pick<
      Delivery,
      | 'state'
      | 'dueAt'
      | 'tries'
      | 'checks'
      | 'mustConfirm'
      | 'doubtUntil'
      | 'remoteId'
      | 'remoteUrl'
      | 'remoteData'
      | 'publishedAt'
      | 'failure'
    >
  >
  outcome: AttemptOutcome
  detail: AttemptDetail
}

export interface Circumstances {
  now: Date
  timings: Timings
  idempotency: Manifest['idempotency']
}

type Facts = Pick<Delivery, 'tries' | 'checks' | 'giveUpAt' | 'doubtUntil'>

/** After a request to publish. Nothing is ever planned again while the request may have been accepted. */
export function afterPublish(
  delivery: Facts,
  answer: Outcome<Published>,
  at: Circumstances,
): Verdict {
  if (answer.ok) return published(answer.value, 'accepted', at)
  const { failure } = answer
  const detail = detailOf(failure)
  switch (failure.kind) {
    case 'auth':
      return { change: failed({ kind: 'access', said: failure.detail }), outcome: 'auth', detail }
    case 'rejected': {
      const { reason, detail: said } = failure
      return { change: failed({ kind: 'rejected', reason, said }), outcome: 'rejected', detail }
    }
    case 'rate': {
      // The network did not look at the post: this was no try.
      const tries = Math.max(0, delivery.tries - 1)
      return {
        change: again(delivery, failure, notBefore(failure.until, at), tries),
        outcome: 'rate',
        detail,
      }
    }
    case 'transient': {
      const due = later(at, pauseAfter(delivery.tries, at.timings.tryAgain))
      return { change: again(delivery, failure, due, delivery.tries), outcome: 'transient', detail }
    }
    case 'unknown-outcome':
      return { change: inDoubt(failure, at), outcome: 'unknown', detail }
  }
}

/** After reading the network back. `null` means that the delivery is not there. */
export function afterConfirm(
  delivery: Facts,
  answer: Outcome<Published | null>,
  at: Circumstances,
): Verdict {
  if (answer.ok && answer.value) return published(answer.value, 'confirmed', at)
  if (answer.ok) return { change: absent(delivery, at), outcome: 'absent', detail: {} }
  const { failure } = answer
  const detail = detailOf(failure)
  if (failure.kind === 'auth') return { change: askAPerson(failure), outcome: 'auth', detail }
  if (failure.kind === 'rate') {
    const dueAt = notBefore(failure.until, at)
    return {
      change: dueAt > delivery.giveUpAt ? askAPerson(failure) : { dueAt },
      outcome: 'rate',
      detail,
    }
  }
  const checks = delivery.checks + 1
  const dueAt = later(at, pauseAfter(checks + 1, at.timings.checkAgain))
  // A network that cannot be read today cannot be read tomorrow: none of it, or no answers, as its connector says.
  const isUnreadable = at.idempotency === 'none' || failure.kind === 'unknown-outcome'
  const enough = isUnreadable || checks >= at.timings.checkAgain.length || dueAt > delivery.giveUpAt
  const outcome = failure.kind === 'rejected' ? 'rejected' : 'transient'
  return { change: enough ? askAPerson(failure) : { checks, dueAt }, outcome, detail }
}

function published(
  { remoteId, url, publishedAt, data }: Published,
  outcome: AttemptOutcome,
  { now }: Circumstances,
): Verdict {
  return {
    change: {
      state: 'published',
      remoteId: storable(remoteId),
      remoteUrl: storable(url),
      remoteData: data ?? null,
      publishedAt: Number.isNaN(publishedAt.getTime()) ? now : publishedAt,
      mustConfirm: false,
      doubtUntil: null,
      failure: null,
    },
    outcome,
    detail: { remoteId },
  }
}

const failed = (failure: Trouble): Verdict['change'] => ({
  state: 'failed',
  mustConfirm: false,
  doubtUntil: null,
  failure,
})

/** Nothing left: it goes back in line, unless its day is over. */
function again(
  { giveUpAt }: Facts,
  failure: Failure,
  dueAt: Date,
  tries: number,
): Verdict['change'] {
  if (dueAt > giveUpAt) return failed({ kind: 'late', said: failure.detail })
  return { state: 'planned', mustConfirm: false, doubtUntil: null, dueAt, tries }
}

/** The answer was lost: read back first, or ask a person where the network cannot be read. */
function inDoubt(failure: Failure, at: Circumstances): Verdict['change'] {
  if (at.idempotency === 'none') return askAPerson(failure)
  const { timings } = at
  const dueAt = later(at, pauseAfter(1, timings.checkAgain))
  const doubtUntil = later(at, quietOf(at, timings))
  return { state: 'sending', mustConfirm: true, checks: 0, dueAt, doubtUntil }
}

/** Not there. Sent again, unless a request may still be on its way into the network. */
function absent({ doubtUntil }: Facts, { now }: Circumstances): Verdict['change'] {
  if (doubtUntil && doubtUntil > now) return { checks: 0, dueAt: doubtUntil }
  return { state: 'planned', mustConfirm: false, doubtUntil: null, checks: 0, dueAt: now }
}

/** It stays marked: whatever a person decides later starts from the doubt. */
const askAPerson = ({ detail }: Failure): Verdict['change'] => ({
  state: 'unknown',
  mustConfirm: true,
  failure: { kind: 'unconfirmed', said: detail },
})

const later = ({ now }: Circumstances, ms: number) => new Date(now.getTime() + ms)

/** A second at least: an instant in the past would make us knock without a pause. */
const notBefore = (until: Date, at: Circumstances) =>
  new Date(Math.max(until.getTime() || 0, at.now.getTime() + 1000))

function detailOf(failure: Failure): AttemptDetail {
  return {
    said: failure.detail.slice(0, 500),
    ...(failure.kind === 'rejected' ? { reason: failure.reason } : {}),
    ...(failure.kind === 'rate' && !Number.isNaN(failure.until.getTime())
      ? { until: failure.until.toISOString() }
      : {}),
  }
}
