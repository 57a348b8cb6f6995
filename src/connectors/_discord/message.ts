import { z } from 'zod'
import type { Account, Published } from '#connectors/_contract/connector.ts'
import { addressOf } from './place.ts'

const userSchema = z.object({
  id: z.string(),
  username: z.string(),
  global_name: z.string().nullish(),
  avatar: z.string().nullish(),
  bot: z.boolean().default(false),
})

export type User = z.infer<typeof userSchema>

const referenceSchema = z.object({ message_id: z.string().optional() })

/** What we use of a Poll (docs.discord.com/developers/resources/poll, read 2026-11-25). */
const pollSchema = z.object({
  question: z.object({ text: z.string().nullish() }),
  answers: z.array(
    z.object({ answer_id: z.number(), poll_media: z.object({ text: z.string().nullish() }) }),
  ),
  expiry: z.string().nullish(),
  results: z
    .object({
      answer_counts: z.array(z.object({ id: z.number(), count: z.number() })),
      is_finalized: z.boolean(),
    })
    .nullish(),
})

/** What we use of a Message (docs.discord.com/developers/resources/message, read 2026-11-25). */
export const messageSchema = z.object({
  id: z.string(),
  type: z.number().default(0),
  author: userSchema,
  content: z.string().default(''),
  timestamp: z.string(),
  attachments: z.array(z.unknown()).default([]),
  mentions: z.array(userSchema).default([]),
  reactions: z.array(z.object({ count: z.number() })).default([]),
  poll: pollSchema.nullish().catch(undefined),
  message_reference: referenceSchema.nullish(),
  referenced_message: z
    .object({ id: z.string(), author: userSchema, message_reference: referenceSchema.nullish() })
    .nullish()
    .catch(undefined),
})

export type Message = z.infer<typeof messageSchema>

export function publishedOf(account: Account, message: Message): Published {
  return {
    remoteId: message.id,
    url: addressOf(account, message.id),
    publishedAt: new Date(message.timestamp),
  }
}

/** 2015, when Discord's numbers begin: each holds its own instant (docs…/reference#snowflakes). */
const epoch = 1_420_070_400_000n

/** The number that a message of this instant would have at least. */
export const numberAt = (at: Date): string =>
  String((BigInt(Math.max(at.getTime(), Number(epoch))) - epoch) << 22n)
