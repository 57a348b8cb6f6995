import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { app, goodCode, xDouble } from './double.ts'

/** In X's own words, or in those that its guides show. */
const says = (status: number, detail: string) => ({
  status,
  headers: { 'content-type': 'application/problem+json' },
  body: { detail, type: 'about:blank', title: 'Forbidden', status },
})

const refusals: Refusal[] = [
  {
    name: 'an account that X suspended',
    reply: says(403, 'Your account is suspended and is not permitted to access this feature.'),
    means: 'auth',
  },
  {
    name: 'words that were published already, by us or not',
    reply: says(403, 'You are not allowed to create a Tweet with duplicate content.'),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'a video longer than the account may post',
    reply: says(403, 'This user is not allowed to post a video longer than 20 minutes.'),
    means: 'rejected',
    field: 'video',
  },
  {
    name: 'no credit left',
    reply: says(402, 'Your enrolled account does not have any credits to fulfill this request.'),
    means: 'rejected',
  },
  {
    name: 'something else that is wrong',
    reply: says(400, 'One or more parameters to your request was invalid.'),
    means: 'rejected',
  },
]

const kit: ContractKit = {
  network: xDouble,
  fields: {},
  app,
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  publishes: ({ method, url }) => method === 'POST' && url.pathname === '/2/tweets',
  refusals,
  parentGone: says(403, 'You attempted to reply to a Tweet that is deleted or not visible to you.'),
}

export default kit
