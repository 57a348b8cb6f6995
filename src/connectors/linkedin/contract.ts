import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { app, goodCode, linkedinDouble } from './double.ts'

/** In the words of LinkedIn’s error tables (posts-api, comments-api, rate-limits; read 2026-11-25). */
const says = (status: number, code: string, message: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { status, code, message },
})

const refusals: Refusal[] = [
  {
    name: 'a person who administers the page no more',
    reply: says(403, 'ACCESS_DENIED', 'Not enough permissions to access: POST /posts'),
    means: 'auth',
  },
  {
    name: 'a post that is there already, ours or not',
    reply: says(
      422,
      'DUPLICATE_POST',
      'Content is a duplicate of urn:li:share:6844785523593134080',
    ),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'a version that LinkedIn has ended',
    reply: says(426, 'NONEXISTENT_VERSION', 'Requested version 20260701 is not active'),
    means: 'rejected',
  },
  {
    name: 'a field too long',
    reply: says(400, 'FIELD_LENGTH_TOO_LONG', 'commentary is too long'),
    means: 'rejected',
  },
  {
    name: 'a daily limit',
    reply: says(
      429,
      'TOO_MANY_REQUESTS',
      'Resource level throttle APPLICATION DAY limit for calls',
    ),
    means: 'rate',
  },
]

const kit: ContractKit = {
  network: linkedinDouble,
  fields: {},
  app,
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  publishes: ({ method, url }) =>
    method === 'POST' && (url.pathname === '/rest/posts' || url.pathname.endsWith('/comments')),
  refusals,
  people: { begins: 'scierie-duval', handle: '[Scierie Duval](urn:li:organization:2414183)' },
}

export default kit
