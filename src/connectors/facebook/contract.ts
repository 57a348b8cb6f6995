import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { metaWebhook } from '#connectors/_meta/double.ts'
import { app, facebookDouble, goodCode } from './double.ts'

/** In the words of Meta (docs/graph-api/guides/error-handling and messenger-platform/error-codes, 2026-11-25). */
const says = (status: number, code: number, message: string, subcode?: number) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: {
    error: {
      message: `(#${code}) ${message}`,
      type: 'OAuthException',
      code,
      ...(subcode ? { error_subcode: subcode } : {}),
    },
  },
})

const refusals: Refusal[] = [
  {
    name: 'a token that expired',
    reply: says(401, 190, 'Error validating access token: Session has expired', 463),
    means: 'auth',
  },
  {
    name: 'a token that ended with a password',
    reply: says(400, 190, 'The session has been invalidated', 460),
    means: 'auth',
  },
  {
    name: 'an app that the person removed',
    reply: says(400, 190, 'The user has not authorized application', 458),
    means: 'auth',
  },
  {
    name: 'a permission that is missing',
    reply: says(403, 200, 'Permissions error'),
    means: 'auth',
  },
  {
    name: 'a permission that was taken back',
    reply: says(403, 10, 'Application does not have permission for this action'),
    means: 'auth',
  },
  {
    name: 'an app that may not write to everybody yet',
    reply: says(
      400,
      200,
      'Cannot message users who are not admins, developers or testers',
      2_018_028,
    ),
    means: 'rejected',
  },
  {
    name: 'too many calls of the app',
    reply: says(403, 4, 'Application request limit reached'),
    means: 'rate',
  },
  {
    name: 'too many calls of the person',
    reply: says(400, 17, 'User request limit reached'),
    means: 'rate',
  },
  {
    name: 'too many calls of the page',
    reply: says(400, 32, 'Page request limit reached'),
    means: 'rate',
  },
  {
    name: 'too many calls of a kind',
    reply: says(400, 613, 'Calls to this api have exceeded the rate limit.'),
    means: 'rate',
  },
  {
    name: 'an account held back for abuse',
    reply: says(403, 368, 'The action attempted has been deemed abusive'),
    means: 'rejected',
  },
  {
    name: 'a fault that nobody knows',
    reply: says(500, 1, 'An unknown error occurred'),
    means: 'unknown-outcome',
  },
  {
    name: 'a service that is down',
    reply: says(503, 2, 'Service temporarily unavailable'),
    means: 'unknown-outcome',
  },
  {
    name: 'the same post twice in a row',
    reply: says(400, 506, 'Duplicate status message'),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'a link that cannot be read',
    reply: says(400, 1_609_005, 'Link post failure'),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'a parameter that makes no sense',
    reply: says(400, 100, 'Invalid parameter'),
    means: 'rejected',
  },
]

const kit: ContractKit = {
  network: facebookDouble,
  fields: {},
  app,
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  publishes: ({ method, url }) =>
    method === 'POST' && /\/(feed|videos|comments|messages)$/.test(url.pathname),
  refusals,
  parentGone: says(400, 100, 'Unsupported post request. Object does not exist', 33),
  webhook: metaWebhook(({ remoteId: id }, message) => ({
    object: 'page',
    entry: [
      {
        id,
        time: 1_772_438_400,
        changes: [
          {
            field: 'feed',
            value: {
              item: 'comment',
              verb: 'add',
              from: { id: '2002', name: 'Yanis' },
              post_id: `${id}_101`,
              comment_id: `101_${message.length}`,
              message,
            },
          },
        ],
      },
    ],
  })),
}

export default kit
