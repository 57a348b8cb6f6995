import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { app, goodCode, linkedinDouble } from './double.ts'

const says = (status: number, code: string, message: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { status, code, message },
})

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
  refusals: [
    {
      name: 'a person who took their access back',
      reply: says(401, 'REVOKED_ACCESS_TOKEN', 'The token has been revoked by the user'),
      means: 'auth',
    },
    {
      name: 'a post that was there before',
      reply: says(
        422,
        'DUPLICATE_POST',
        'Content is a duplicate of urn:li:share:6844785523593134080',
      ),
      means: 'rejected',
      field: 'text',
    },
    {
      name: 'a daily limit',
      reply: says(429, 'TOO_MANY_REQUESTS', 'Resource level throttle MEMBER DAY limit for calls'),
      means: 'rate',
    },
  ],
}

export default kit
