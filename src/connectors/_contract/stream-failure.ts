import { FetchFailure } from '#platform/fetch/failure.ts'
import type { Text } from '#platform/text.ts'
import type { Failure } from './failure.ts'

/** Why a stream ended, from what reading it threw. */
export function cutOf(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error)
  if (error instanceof FetchFailure && ['bad-url', 'private-address'].includes(error.kind)) {
    return { kind: 'rejected', reason: notReachable, detail }
  }
  return { kind: 'transient', detail }
}

/** Where it cannot even be tried. */
export function cannotStream(reason: Text = notReachable): Failure {
  return { kind: 'rejected', reason, detail: 'no stream' }
}

const notReachable: Text = {
  en: 'This address cannot be listened to from here. Check it in the source’s settings.',
  fr: 'Cette adresse ne peut pas être écoutée d’ici. Vérifiez-la dans les réglages de la source.',
}
