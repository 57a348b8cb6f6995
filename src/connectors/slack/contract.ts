import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { app, slackDouble, token } from './double.ts'
import { signature } from './webhook.ts'

/** Codes of chat.postMessage, as Slack's description of its Web API and its reference name them. */
const says = (error: string, headers = {}) => ({
  status: 200,
  headers: { 'content-type': 'application/json', ...headers },
  body: { ok: false, error },
})

const refusals: Refusal[] = [
  { name: 'a token that was withdrawn', reply: says('token_revoked'), means: 'auth' },
  { name: 'a scope that is missing', reply: says('missing_scope'), means: 'auth' },
  {
    name: 'an app that is not in the channel',
    reply: says('not_in_channel'),
    means: 'rejected',
    field: 'channel',
  },
  {
    name: 'a channel that is archived',
    reply: says('is_archived'),
    means: 'rejected',
    field: 'channel',
  },
  {
    name: 'a text that is too long there',
    reply: says('msg_too_long'),
    means: 'rejected',
    field: 'text',
  },
  { name: 'a rule of the workspace', reply: says('restricted_action'), means: 'rejected' },
  { name: 'a code that nobody has met', reply: says('moon_is_full'), means: 'rejected' },
  { name: 'too many messages', reply: says('ratelimited', { 'retry-after': '30' }), means: 'rate' },
  { name: 'trouble in the middle', reply: says('internal_error'), means: 'unknown-outcome' },
  { name: 'trouble that Slack calls fatal', reply: says('fatal_error'), means: 'unknown-outcome' },
]

const kit: ContractKit = {
  network: slackDouble,
  fields: { token, channel: 'https://atelier-morel.slack.com/archives/C0MOREL001' },
  wrongFields: {
    token: 'xoxb-of-nobody',
    channel: 'https://atelier-morel.slack.com/archives/C0MOREL001',
  },
  publishes: ({ method, url }) => method === 'POST' && url.pathname === '/api/chat.postMessage',
  refusals,
  parentGone: says('thread_not_found'),
  app,
  webhook: {
    dated: true,
    sign: (body, { app: theirs, now }) => {
      const at = String(Math.floor(now.getTime() / 1000))
      const signed = signature(theirs?.['signingSecret'] ?? '', at, body)
      return { 'x-slack-request-timestamp': at, 'x-slack-signature': signed }
    },
    tells: ({ remoteId: channel }, text) => ({
      type: 'event_callback',
      team_id: 'T0MOREL001',
      event_id: `Ev${text}`,
      event_time: 1_772_438_400,
      event: { type: 'message', channel, user: 'U0YANIS001', text, ts: '1772438400.000100' },
    }),
    asks: (challenge) => ({ body: JSON.stringify({ type: 'url_verification', challenge }) }),
  },
}

export default kit
