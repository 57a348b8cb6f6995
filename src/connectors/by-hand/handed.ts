import { z } from 'zod'
import type { Handed } from '#connectors/_contract/connector.ts'
import { kindOf } from './kinds.ts'

/** What is kept of an account by hand; whatever cannot be read is as if it had not been said. */
const settings = z.object({
  kind: z.string().catch('other'),
  /** A person's own steps, in their own language; none: those of its kind. */
  steps: z.array(z.string()).catch([]),
})

/** What a person does for this account. */
export function handed(account: { settings: Record<string, unknown> }): Handed {
  const { kind, steps } = settings.parse(account.settings)
  const usual = kindOf(kind)
  return {
    ...usual,
    visits: usual.visits ?? false,
    steps: steps.length > 0 ? steps.map((step) => ({ en: step, fr: step })) : usual.steps,
  }
}
