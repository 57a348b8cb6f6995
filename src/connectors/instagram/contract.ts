import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { metaWebhook } from '#connectors/_meta/double.ts'
import { app, instagramDouble } from './double.ts'
import { goodCode } from './double-shapes.ts'

/** In the words of Meta (docs/graph-api/guides/error-handling, instagram-platform error codes; 2026-11-25). */
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
    name: 'a container that is not ready yet',
    reply: says(400, 9007, 'Media ID is not available', 2_207_027),
    means: 'transient',
  },
  {
    name: 'a token that ended',
    reply: says(400, 190, 'Error validating access token', 460),
    means: 'auth',
  },
  {
    name: 'a permission that is missing',
    reply: says(403, 10, 'Application does not have permission'),
    means: 'auth',
  },
  {
    name: 'the posts of the day used up',
    reply: says(403, 9, 'Application request limit reached', 2_207_042),
    means: 'rate',
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
    name: 'an account that must sign in first',
    reply: says(400, 25, 'The Instagram account is restricted', 2_207_050),
    means: 'rejected',
  },
  {
    name: 'a caption that is too long',
    reply: says(400, 36_004, 'The caption is too long', 2_207_010),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'an image that could not be fetched',
    reply: says(400, 9004, 'The media could not be fetched', 2_207_052),
    means: 'rejected',
    field: 'images',
  },
  {
    name: 'a fault that nobody knows',
    reply: says(500, 1, 'An unknown error occurred'),
    means: 'unknown-outcome',
  },
  {
    name: 'a download that took too long',
    reply: says(400, -2, 'Timeout', 2_207_003),
    means: 'unknown-outcome',
  },
]

const kit: ContractKit = {
  network: instagramDouble,
  fields: {},
  app,
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  publishes: ({ method, url }) =>
    method === 'POST' && /\/(media_publish|comments|replies|messages)$/.test(url.pathname),
  refusals,
  parentGone: says(400, 100, 'Unsupported post request. Object does not exist', 33),
  answersMentions: false,
  hasPrivate: true,
  webhook: metaWebhook(({ remoteId: id }, text) => ({
    object: 'instagram',
    entry: [
      {
        id,
        time: 1_772_438_400,
        changes: [
          {
            field: 'comments',
            value: {
              id: `1790${text.length}`,
              text,
              from: { id: '17841400000000002', username: 'yanis_bois' },
              media: { id: '17900000001', media_product_type: 'FEED' },
            },
          },
        ],
      },
    ],
  })),
}

export default kit
