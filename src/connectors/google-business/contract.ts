import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { allow, app } from '#connectors/_google/double.ts'
import { googleBusinessDouble } from './double.ts'

/** In the shape of cloud.google.com/apis/design/errors, read 2026-11-25. */
const says = (code: number, status: string, message: string, info?: object) => ({
  status: code,
  headers: { 'content-type': 'application/json' },
  body: {
    error: {
      code,
      message,
      status,
      ...(info
        ? { details: [{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', ...info }] }
        : {}),
    },
  },
})

const refusals: Refusal[] = [
  {
    name: 'a project that Google has not let in yet',
    reply: says(429, 'RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric Requests', {
      reason: 'RATE_LIMIT_EXCEEDED',
      metadata: { quota_limit_value: '0' },
    }),
    means: 'rejected',
  },
  {
    name: 'an API that is not enabled',
    reply: says(403, 'PERMISSION_DENIED', 'Google My Business API has not been used in project 7', {
      reason: 'SERVICE_DISABLED',
    }),
    means: 'rejected',
  },
  {
    name: 'a location of others',
    reply: says(403, 'PERMISSION_DENIED', 'The caller does not have permission'),
    means: 'rejected',
  },
  {
    name: 'an access without the right',
    reply: says(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', {
      reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
    }),
    means: 'auth',
  },
  {
    name: 'a photo that Google could not fetch',
    reply: says(400, 'INVALID_ARGUMENT', 'Fetching image failed.'),
    means: 'rejected',
    field: 'images',
  },
]

const kit: ContractKit = {
  network: googleBusinessDouble(),
  fields: {},
  app,
  allow,
  publishes: ({ method, url }) =>
    (method === 'POST' && url.pathname.endsWith('/localPosts')) ||
    (method === 'PUT' && url.pathname.endsWith('/reply')),
  refusals,
  parentGone: says(404, 'NOT_FOUND', 'Requested entity was not found.'),
  // A review is of the location, and of none of its posts.
  answersPosts: false,
}

export default kit
