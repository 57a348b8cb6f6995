import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { address, webhookDouble } from './double.ts'

/** Codes of docs.discord.com/developers/topics/opcodes-and-status-codes#json, read 2026-11-26. */
const says = (status: number, code: number, message: string, more = {}) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { message, code, ...more },
})

const refusals: Refusal[] = [
  {
    name: 'a webhook that was deleted',
    reply: says(404, 10_015, 'Unknown Webhook'),
    means: 'auth',
  },
  {
    name: 'an address whose secret is wrong',
    reply: says(401, 50_027, 'Invalid Webhook Token'),
    means: 'auth',
  },
  {
    name: 'a text that is too long there',
    reply: says(400, 50_035, 'Invalid Form Body', { errors: { content: { _errors: [] } } }),
    means: 'rejected',
    field: 'text',
  },
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
  network: webhookDouble,
  fields: { address },
  wrongFields: { address: address.replace('90050', '90051') },
  publishes: ({ method, url }) => method === 'POST' && url.searchParams.has('wait'),
  refusals,
}

export default kit
