import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { discordDouble, token } from './double.ts'

/** Codes of docs.discord.com/developers/topics/opcodes-and-status-codes#json, read 2026-11-25. */
const says = (status: number, code: number, message: string, more = {}) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { message, code, ...more },
})

const wrong = (field: string) =>
  says(400, 50_035, 'Invalid Form Body', { errors: { [field]: { _errors: [] } } })

const refusals: Refusal[] = [
  {
    name: 'a bot that was taken out of the server',
    reply: says(403, 50_001, 'Missing Access'),
    means: 'auth',
  },
  { name: 'a channel that is gone', reply: says(404, 10_003, 'Unknown Channel'), means: 'auth' },
  {
    name: 'a permission that is missing',
    reply: says(403, 50_013, 'Missing Permissions'),
    means: 'rejected',
  },
  {
    name: 'a text that is too long there',
    reply: wrong('content'),
    means: 'rejected',
    field: 'text',
  },
  { name: 'a message answered that is gone', reply: wrong('message_reference'), means: 'rejected' },
  { name: 'a poll that is wrong', reply: wrong('poll'), means: 'rejected', field: 'poll' },
  {
    name: 'files that are too heavy',
    reply: says(413, 40_005, 'Request entity too large'),
    means: 'rejected',
    field: 'images',
  },
  {
    name: 'a bucket that is empty',
    reply: says(429, 0, 'You are being rate limited.', { retry_after: 0.65, global: false }),
    means: 'rate',
  },
]

const kit: ContractKit = {
  network: discordDouble,
  fields: { token, channel: 'https://discord.com/channels/90010/90020' },
  wrongFields: { token: 'of-nobody', channel: 'https://discord.com/channels/90010/90020' },
  publishes: ({ method, url }) => method === 'POST' && url.pathname.endsWith('/messages'),
  refusals,
  parentGone: wrong('message_reference'),
}

export default kit
