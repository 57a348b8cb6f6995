import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { telegramDouble, token } from './double.ts'

/** In the words of the Bot API, as many public programs quote them (looked up 2026-11-25). */
const says = (status: number, description: string, parameters = {}) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { ok: false, error_code: status, description, parameters },
})

const refusals: Refusal[] = [
  {
    name: 'a bot that was taken out of the channel',
    reply: says(403, 'Forbidden: bot was kicked from the channel chat'),
    means: 'auth',
  },
  {
    name: 'a bot that lost its right to post',
    reply: says(400, 'Bad Request: need administrator rights in the channel chat'),
    means: 'auth',
  },
  { name: 'the address of no bot', reply: says(404, 'Not Found'), means: 'auth' },
  {
    name: 'a person who blocked the bot',
    reply: says(403, 'Forbidden: bot was blocked by the user'),
    means: 'rejected',
  },
  {
    name: 'a message answered that is gone',
    reply: says(400, 'Bad Request: message to be replied not found'),
    means: 'rejected',
  },
  {
    name: 'a caption that is too long there',
    reply: says(400, 'Bad Request: message caption is too long'),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'a photo of a wrong shape',
    reply: says(400, 'Bad Request: PHOTO_INVALID_DIMENSIONS'),
    means: 'rejected',
    field: 'images',
  },
  {
    name: 'too many messages',
    reply: says(429, 'Too Many Requests: retry after 35', { retry_after: 35 }),
    means: 'rate',
  },
]

const kit: ContractKit = {
  network: telegramDouble,
  fields: { token, chat: '@atelier_morel' },
  wrongFields: { token: '42:of-nobody', chat: '@atelier_morel' },
  publishes: ({ url }) => /\/send(?:Message|Photo|MediaGroup|Video|Poll)$/.test(url.pathname),
  refusals,
  parentGone: says(400, 'Bad Request: message to be replied not found'),
}

export default kit
