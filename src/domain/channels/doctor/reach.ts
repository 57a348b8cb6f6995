import { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { FetchFailure } from '#platform/fetch/failure.ts'
import type { Text } from '#platform/text.ts'
import { done, type Look, unknown } from './look.ts'
import { why } from './why.ts'

const PATIENCE_MS = 6_000
const health = z.object({ status: z.string(), version: z.string() })

/** Whether the desk answers by its public name: all that can be told from inside of how it is seen from outside. */
export async function lookAtReach(desk: Desk, origin: string): Promise<Look> {
  try {
    const answer = await desk.fetch(`${origin}/health`, {
      timeoutMs: PATIENCE_MS,
      maxBytes: 100_000,
    })
    const body = await answer.json().catch(() => null)
    if (health.safeParse(body).success) {
      return done('reach', {
        en: `Vigie answers at ${origin}, as seen from this machine.`,
        fr: `Vigie répond à l’adresse ${origin}, vue de cette machine.`,
      })
    }
    return cannotTell(origin, elsewhere)
  } catch (error) {
    if (!(error instanceof FetchFailure)) throw error
    return cannotTell(origin, why(error.kind))
  }
}

const elsewhere: Text = { en: 'something else answers there', fr: 'autre chose y répond' }

const cannotTell = (origin: string, reason: Text): Look =>
  unknown(
    'reach',
    {
      en: `Whether the internet reaches ${origin} cannot be told from here (${reason.en}).`,
      fr: `Impossible de dire d’ici si ${origin} est joignable depuis l’internet (${reason.fr}).`,
    },
    {
      en: `Open ${origin}/health on a telephone that is not on your network: it must answer.`,
      fr: `Ouvrez ${origin}/health sur un téléphone hors de votre réseau : l’adresse doit répondre.`,
    },
  )
