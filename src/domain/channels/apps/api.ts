import { z } from 'zod'
import { instant } from '#platform/http/shapes.ts'

/** The company's app at a network, as far as a screen may know: never a key. */
export const appView = z.object({
  /** Null: none were entered, or they can no longer be opened. */
  keys: z
    .object({
      /** Names of those that are kept. */
      fields: z.array(z.string()),
      setAt: instant,
      /** Null: a program, or somebody who left. */
      setBy: z.string().nullable(),
    })
    .nullable(),
  /** Whether the network has all it needs. */
  complete: z.boolean(),
  /** What stands for `{redirectUri}`, `{webhookUri}` and `{verifyToken}` in the steps. */
  redirectUri: z.string(),
  webhookUri: z.string(),
  verifyToken: z.string(),
})
export type AppView = z.infer<typeof appView>

export const appKeys = z.object({ fields: z.record(z.string(), z.string().trim().max(8000)) })
