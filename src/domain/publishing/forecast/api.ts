import { z } from 'zod'
import { id, instant } from '#platform/http/shapes.ts'

/** Posts that will not leave unless an account is connected again before. */
export const accessForecast = z.object({
  channelId: id,
  connectorId: z.string(),
  network: z.string(),
  handle: z.string(),
  /** When the access ends: connect the account again by then. */
  reconnectBy: instant,
  /** Deliveries planned after that, and the first of them. */
  count: z.number(),
  firstAt: instant,
})
export type AccessForecast = z.infer<typeof accessForecast>
