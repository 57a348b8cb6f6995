import { z } from 'zod'
import type { Account, Inbound, Inbox, Page, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { settingsOf, tokenOf } from './account.ts'
import { call } from './bot-api.ts'
import { inboundOf, receivedSchema } from './received.ts'
import { wanted } from './updates.ts'

export const inbox: Inbox = { read }

/** A message we cannot read is passed over, and the cursor with it: it would stop all that follows. */
const updateSchema = z.object({
  update_id: z.number(),
  message: receivedSchema.optional().catch(undefined),
})

/**
 * One page a call, a hundred updates at most. An offset confirms all that is before it, and what is confirmed is
 * gone: so the offset is the cursor that was handed over and kept, never one further.
 */
async function read(
  tools: Tools,
  account: Account,
  cursor: string | null,
): Promise<Outcome<Page<Inbound>>> {
  const offset = offsetOf(cursor, tools.clock.now())
  const params = { limit: 100, allowed_updates: wanted, ...(offset === null ? {} : { offset }) }
  const asked = { method: 'getUpdates', params }
  const updates = await call(tools, tokenOf(account), asked, z.array(updateSchema))
  if (!updates.ok) return updates
  const settings = settingsOf(account)
  const items = updates.value.flatMap(({ message }) => {
    const item = message && inboundOf(message, settings, account.remoteId)
    return item ? [item] : []
  })
  const last = updates.value.at(-1)?.update_id
  if (last === undefined) return done({ items })
  return done({ items, cursor: `${last + 1}@${tools.clock.now().toISOString()}` })
}

const day = 24 * 3600_000

/**
 * After a week of silence Telegram numbers updates anew, perhaps lower: an old offset would then pass over them.
 * Nothing waits there for more than a day, so that asking from the beginning repeats nothing.
 */
function offsetOf(cursor: string | null, now: Date): number | null {
  const [, offset = '', at = ''] = /^(\d+)@(.+)$/.exec(cursor ?? '') ?? []
  const age = now.getTime() - Date.parse(at)
  return age < 6 * day ? Number(offset) : null
}
