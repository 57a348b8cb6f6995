import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { lemmyDouble, ourPassword } from './double.ts'

/** Words of LemmyErrorType, as servers of 0.19 write them. */
const says = (error: string, status = 400, message?: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { error, ...(message ? { message } : {}) },
})

const refusals: Refusal[] = [
  {
    name: 'too much at once, as older servers say it',
    reply: says('rate_limit_error'),
    means: 'rate',
  },
  { name: 'too much at once', reply: says('rate_limit_error', 429), means: 'rate' },
  { name: 'a token that ended', reply: says('not_logged_in', 401), means: 'auth' },
  {
    name: 'a community that is gone',
    reply: says('couldnt_find_community', 404),
    means: 'rejected',
    field: 'community',
  },
  {
    name: 'a community of its moderators',
    reply: says('only_mods_can_post_in_community'),
    means: 'rejected',
    field: 'community',
  },
  {
    name: 'a ban from the community',
    reply: says('person_is_banned_from_community'),
    means: 'rejected',
    field: 'community',
  },
  { name: 'a ban from the server', reply: says('site_ban'), means: 'rejected' },
  {
    name: 'a title it does not like',
    reply: says('invalid_post_title'),
    means: 'rejected',
    field: 'title',
  },
  {
    name: 'a database that is too slow',
    reply: says('query_timed_out'),
    means: 'unknown-outcome',
  },
  {
    name: 'a word that nobody knows',
    reply: says('something_new', 400, 'Because.'),
    means: 'rejected',
  },
]

const fields = {
  server: 'lemmy.example',
  user: 'atelier_morel',
  password: ourPassword,
  community: '!menuiserie@lemmy.example',
}

const kit: ContractKit = {
  network: lemmyDouble,
  fields,
  wrongFields: { ...fields, password: 'autre chose' },
  publishes: ({ method, url }) =>
    method === 'POST' && /\/api\/v3\/(post|comment|private_message)$/.test(url.pathname),
  refusals,
  parentGone: says('deleted'),
  source: { terms: ['menuiserie'] },
}

export default kit
