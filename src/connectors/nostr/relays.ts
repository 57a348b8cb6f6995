import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { Identity } from './account.ts'
import { type Relay, withRelay } from './relay.ts'

/** What one of the account's relays answered. */
export interface Answer<T> {
  relay: string
  outcome: Outcome<T>
}

/** Asks every relay of the account at once. */
export function askAll<T>(
  tools: Tools,
  { relays, secret }: Pick<Identity, 'relays' | 'secret'>,
  work: (relay: Relay) => Promise<Outcome<T>>,
): Promise<Answer<T>[]> {
  const ask = async (relay: string) => ({
    relay,
    outcome: await withRelay(tools, relay, secret, work),
  })
  return Promise.all(relays.map(ask))
}

/**
 * What the relays that answered said; a failure only when none did. For what may be less than whole: a relay that is
 * away must not keep the others from being heard.
 */
export function anyOf<T>(answers: Answer<T>[]): Outcome<T[]> {
  const heard = answers.flatMap(({ outcome }) => (outcome.ok ? [outcome.value] : []))
  return heard.length > 0 ? done(heard) : failed(worst(answers))
}

export const failuresOf = <T>(answers: Answer<T>[]): (Failure & { relay: string })[] =>
  answers.flatMap(({ relay, outcome }) => (outcome.ok ? [] : [{ ...outcome.failure, relay }]))

/** From what must be cleared up first to what nothing can be done about. */
const gravity: Failure['kind'][] = ['unknown-outcome', 'transient', 'rate', 'auth', 'rejected']

/** The failure that stands for those of all relays: while one may still take it, nobody has refused it for good. */
export function worst<T>(answers: Answer<T>[]): Failure {
  const failures = failuresOf(answers)
  const kind = gravity.find((one) => failures.some((failure) => failure.kind === one))
  const first = failures.find((failure) => failure.kind === kind)
  if (!first) return { kind: 'transient', detail: 'no relay was asked' }
  const { relay: _, ...failure } = first
  return {
    ...failure,
    detail: failures
      .map(({ detail }) => detail)
      .join(' · ')
      .slice(0, 1000),
  }
}
