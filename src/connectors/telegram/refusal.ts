import { z } from 'zod'
import { parseJson, type Reply } from '#connectors/_contract/ask.ts'
import type { Tools } from '#connectors/_contract/connector.ts'
import type { Failure } from '#connectors/_contract/failure.ts'
import { imageRefused, refusedBy } from '#connectors/_contract/refusals.ts'
import type { Text } from '#platform/text.ts'

/** A refusal of the Bot API: its words, and what may help (core.telegram.org/bots/api#responseparameters). */
const errorSchema = z.object({
  description: z.string(),
  parameters: z
    .object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() })
    .optional(),
})

/** The supergroup that the group of this call has become. */
export function movedTo(reply: Reply): number | undefined {
  return errorSchema.safeParse(parseJson(reply.text)).data?.parameters?.migrate_to_chat_id
}

/** What Telegram means by a refusal, where HTTP alone does not tell; null when it does. */
export function refusalOf(reply: Reply, tools: Pick<Tools, 'clock'>): Failure | null {
  const error = errorSchema.safeParse(parseJson(reply.text)).data
  if (!error) return null
  const { description, parameters } = error
  const detail = `${reply.status} ${description}`
  if (reply.status === 429 && parameters?.retry_after !== undefined) {
    const until = new Date(tools.clock.now().getTime() + Math.max(1, parameters.retry_after) * 1000)
    return { kind: 'rate', until, detail }
  }
  // The address of a token that nobody has.
  if (reply.status === 404 && description === 'Not Found') return { kind: 'auth', detail }
  // Another program reads the same bot at this moment.
  if (reply.status === 409) return { kind: 'transient', detail }
  if (lockedOut.test(description)) return { kind: 'auth', detail }
  if (reply.status < 400 || reply.status > 499 || [401, 408, 429].includes(reply.status))
    return null
  const known = sentences.find(({ words }) => words.test(description))
  return {
    kind: 'rejected',
    reason: known?.reason ?? refusedBy('Telegram', description),
    ...(known?.field ? { field: known.field } : {}),
    detail,
  }
}

/** Somebody took the bot out, or its right to post. */
const lockedOut =
  /bot was kicked|bot is not a member|need administrator rights in the channel|USER_BANNED_IN_CHANNEL/i

const sentences: { words: RegExp; reason: Text; field?: string }[] = [
  {
    words: /bot was blocked by the user|user is deactivated|can't initiate conversation/i,
    reason: {
      en: 'This person no longer accepts messages from the bot.',
      fr: 'Cette personne n’accepte plus les messages du bot.',
    },
  },
  {
    words: /message to be replied not found|repl(?:y|ied) message not found|MESSAGE_ID_INVALID/i,
    reason: {
      en: 'The message that this one answers is no longer on Telegram.',
      fr: 'Le message auquel celui-ci répond n’est plus sur Telegram.',
    },
  },
  {
    words: /not enough rights|CHAT_WRITE_FORBIDDEN|CHAT_SEND_\w+_FORBIDDEN/i,
    reason: {
      en: 'The bot may not send this here. In Telegram, open the administrators of the channel or group and give it the right.',
      fr: 'Le bot n’a pas le droit d’envoyer ceci ici. Dans Telegram, ouvrez les administrateurs du canal ou du groupe et donnez-lui ce droit.',
    },
  },
  {
    words: /chat not found/i,
    reason: {
      en: 'Telegram knows no such channel or group, or the bot was never added to it. Add the bot as an administrator, then try again.',
      fr: 'Telegram ne connaît pas ce canal ou ce groupe, ou le bot n’y a jamais été ajouté. Ajoutez le bot comme administrateur, puis réessayez.',
    },
    field: 'chat',
  },
  {
    words: /(?:text|message|caption) is too long/i,
    reason: {
      en: 'The text is longer than Telegram accepts.',
      fr: 'Le texte est plus long que ce que Telegram accepte.',
    },
    field: 'text',
  },
  {
    words: /PHOTO_INVALID_DIMENSIONS|IMAGE_PROCESS_FAILED|PHOTO_EXT_INVALID|wrong file/i,
    reason: imageRefused('Telegram'),
    field: 'images',
  },
  {
    words: /Request Entity Too Large|file is too big/i,
    reason: {
      en: 'The file is heavier than Telegram accepts from a bot.',
      fr: 'Le fichier est plus lourd que ce que Telegram accepte d’un bot.',
    },
    field: 'images',
  },
]
