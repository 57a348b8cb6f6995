import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { recordings } from '#connectors/_contract/suite/recorded.ts'
import { goodCode, mastodonDouble, theirServer } from './double.ts'

const heard = recordings(import.meta.dirname)

/** In the words of Mastodon (mastodon/mastodon, config/locales/en.yml, read 2026-11-22). */
const says = (status: number, error: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { error },
})

const refusals: Refusal[] = [
  {
    name: 'a token that is not known to snac',
    reply: heard('post-statuses-401'),
    means: 'auth',
  },
  {
    name: 'a token without the right scope',
    reply: says(403, 'This action is outside the authorized scopes'),
    means: 'auth',
  },
  {
    name: 'an account that its moderators closed',
    reply: says(403, 'Your login is currently disabled'),
    means: 'auth',
  },
  {
    name: 'a text over the limit of the server',
    reply: says(422, 'Validation failed: Text character limit of 500 exceeded'),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'an image that the server is still working on',
    reply: says(
      422,
      'Cannot attach files that have not finished processing. Try again in a moment!',
    ),
    means: 'transient',
  },
  {
    name: 'an answer to a post that is gone',
    reply: says(404, 'Record not found'),
    means: 'rejected',
  },
]

const kit: ContractKit = {
  network: mastodonDouble,
  fields: { server: theirServer },
  wrongFields: { server: 'not an address' },
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  publishes: ({ method, url }) => method === 'POST' && url.pathname === '/api/v1/statuses',
  refusals,
  parentGone: says(404, 'Record not found'),
  people: { begins: 'yan', handle: 'yanis@autre.example' },
  source: { terms: ['menuiserie'] },
}

export default kit
