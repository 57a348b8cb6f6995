import { z } from 'zod'
import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { rejected } from '#connectors/_contract/refusals.ts'
import { call } from './bot-api.ts'
import { chatSchema } from './message.ts'
import { wanted } from './updates.ts'

/**
 * The channel or group that a person named; where they named none, the one to which the bot was added last.
 * Updates are looked at without an offset, which leaves them where they are for the inbox.
 */
export async function findChat(
  tools: Tools,
  token: string,
  typed: string,
): Promise<Outcome<number | string>> {
  if (typed !== '') return named(typed)
  const asked = { method: 'getUpdates', params: { allowed_updates: wanted } }
  const updates = await call(tools, token, asked, z.array(updateSchema))
  if (!updates.ok) return updates
  const joined = updates.value.findLast(({ my_chat_member: change }) => change && isIn(change))
  return joined?.my_chat_member ? done(joined.my_chat_member.chat.id) : rejected('chat', nowhere)
}

const memberChange = z.object({
  chat: chatSchema,
  new_chat_member: z.object({ status: z.string() }),
})

const updateSchema = z.object({ my_chat_member: memberChange.optional().catch(undefined) })

const isIn = ({ chat, new_chat_member }: z.infer<typeof memberChange>) =>
  chat.type !== 'private' && ['administrator', 'member'].includes(new_chat_member.status)

function named(typed: string): Outcome<number | string> {
  if (/^-\d+$/.test(typed)) return done(Number(typed))
  const [, name] =
    /^(?:https?:\/\/)?(?:(?:t|telegram)\.me\/|@)?([a-z]\w{3,31})\/?$/i.exec(typed) ?? []
  return name ? done(`@${name}`) : rejected('chat', noName)
}

const noName = {
  en: 'Write the @name of the channel or group, as in its address t.me/name.',
  fr: 'Écrivez le @nom du canal ou du groupe, comme dans son adresse t.me/nom.',
}

const nowhere = {
  en: 'The bot was added to no channel or group within the last day. Add it as an administrator (remove it first if it is there already), then connect at once; or write the @name of the channel.',
  fr: 'Le bot n’a été ajouté à aucun canal ni groupe depuis un jour. Ajoutez-le comme administrateur (retirez-le d’abord s’il y est déjà), puis connectez-le aussitôt ; ou écrivez le @nom du canal.',
}
