import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { metaWebhook } from '#connectors/_meta/double.ts'
import { app, goodCode, threadsDouble } from './double.ts'

/** In the words of Meta (docs/graph-api/guides/error-handling, documentation/threads; read 2026-11-25). */
const says = (status: number, code: number, message: string, error_subcode?: number) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { error: { message, type: 'OAuthException', code, error_subcode, fbtrace_id: 'A1b2C3' } },
})

const refusals: Refusal[] = [
  {
    name: 'a container that is not ready yet',
    reply: says(400, 24, 'The requested resource does not exist', 4_279_009),
    means: 'transient',
  },
  {
    name: 'a token that ended',
    reply: says(401, 190, 'Error validating access token'),
    means: 'auth',
  },
  {
    name: 'a permission that is missing',
    reply: says(500, 10, 'Application does not have permission for this action'),
    means: 'auth',
  },
  {
    name: 'too many calls',
    reply: says(403, 4, 'Application request limit reached'),
    means: 'rate',
  },
  {
    name: 'an account held back for abuse',
    reply: says(403, 368, 'The action attempted has been deemed abusive'),
    means: 'rejected',
  },
  {
    name: 'more than five links',
    reply: says(400, 100, 'THREADS_API__LINK_LIMIT_EXCEEDED'),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'a fault that nobody knows',
    reply: says(500, 1, 'An unknown error occurred'),
    means: 'unknown-outcome',
  },
  {
    name: 'a service that is down',
    reply: says(500, 2, 'Service temporarily unavailable'),
    means: 'unknown-outcome',
  },
]

const kit: ContractKit = {
  network: threadsDouble,
  fields: {},
  app,
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  publishes: ({ method, url }) => method === 'POST' && url.pathname.endsWith('/threads_publish'),
  refusals,
  parentGone: says(400, 100, 'Unsupported post request. Object does not exist', 33),
  webhook: metaWebhook(({ remoteId }, text) => ({
    app_id: app.appId,
    topic: 'moderate',
    target_id: remoteId,
    time: 1_772_438_400,
    subscription_id: '234567',
    has_uid_field: false,
    values: {
      field: 'replies',
      value: {
        id: `1800${text.length}`,
        username: 'yanis_bois',
        text,
        media_type: 'TEXT_POST',
        permalink: 'https://www.threads.com/@yanis_bois/post/Pp',
        replied_to: { id: '18000000001' },
        root_post: { id: '18000000001', owner_id: remoteId, username: 'ateliermorel' },
        shortcode: 'Pp',
        timestamp: '2026-03-02T08:00:00+0000',
      },
    },
  })),
}

export default kit
