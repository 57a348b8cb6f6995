import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DueWork } from '#platform/jobs/due-work.ts'
import { claimMessage, nextMessage } from './claim-message.ts'
import { WEBHOOKS_WORK } from './keep-webhook.ts'
import { sendMessage } from './send-message.ts'
import type { WebhooksTables } from './tables.ts'

/** A slow address does not make the others wait. */
const AT_ONCE = 4
const KEEP_DAYS = 30

/** Sends what other programs are to hear. */
export function jobs(desk: Desk): DueWork[] {
  async function sendOne(): Promise<number> {
    const message = await claimMessage(desk.db, desk.clock.now())
    if (!message) return 0
    await sendMessage(desk, message)
    return 1
  }
  return [
    {
      name: WEBHOOKS_WORK,
      role: 'worker',
      nextDue: () => nextMessage(desk.db),
      async runDue() {
        const sent = await Promise.all(Array.from({ length: AT_ONCE }, sendOne))
        const total = sent.reduce((a, b) => a + b, 0)
        if (total > 0) await forgetOld(desk)
        return total
      },
    },
  ]
}

/** What was told a month ago is told. */
async function forgetOld(desk: Desk): Promise<void> {
  const before = new Date(desk.clock.now().getTime() - KEEP_DAYS * 86_400_000)
  await tablesOf<WebhooksTables>(desk.db)
    .deleteFrom('webhookMessages')
    .where('state', '!=', 'planned')
    .where('at', '<', before)
    .execute()
}
