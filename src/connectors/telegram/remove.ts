import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { tokenOf } from './account.ts'
import { call } from './bot-api.ts'
import { placeOf } from './message.ts'

/** Removes a message, or all those of an album. What is gone already does no harm. */
export async function remove(
  tools: Tools,
  account: Account,
  { remoteId, data }: { remoteId: string; data?: Record<string, unknown> },
): Promise<Outcome<null>> {
  const { chatId, messageId } = placeOf(remoteId)
  const ids = z.array(z.number()).min(1).catch([messageId]).parse(data?.['messageIds'])
  for (const id of ids) {
    const asked = { method: 'deleteMessage', params: { chat_id: chatId, message_id: id } }
    const removed = await call(tools, tokenOf(account), asked, z.literal(true))
    if (removed.ok || /message to delete not found/i.test(removed.failure.detail)) continue
    const { failure } = removed
    if (!/can't be deleted/i.test(failure.detail)) return removed
    return failed({ kind: 'rejected', reason: tooLate, detail: failure.detail })
  }
  return done(null)
}

const tooLate = {
  en: 'Telegram lets a bot delete what it sent for 48 hours only. Delete it in Telegram.',
  fr: 'Telegram laisse un bot supprimer ce qu’il a envoyé pendant 48 heures seulement. Supprimez-le dans Telegram.',
}
