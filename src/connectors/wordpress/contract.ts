import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { recordings } from '#connectors/_contract/suite/recorded.ts'
import { goodLogin, theirSite, wordpressDouble } from './double.ts'

const heard = recordings(import.meta.dirname)

/** In the words of WordPress 6.5 (wp-includes/rest-api/endpoints, read 2026-11-25). */
const says = (status: number, code: string, message: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { code, message, data: { status } },
})

const refusals: Refusal[] = [
  {
    name: 'a password that is not known, which makes a stranger of us',
    reply: heard('get-posts-400'),
    means: 'auth',
  },
  {
    name: 'a role that may not publish',
    reply: says(
      403,
      'rest_cannot_publish',
      'Sorry, you are not allowed to publish posts in this post type.',
    ),
    means: 'rejected',
  },
  {
    name: 'a post that was thrown away meanwhile',
    reply: says(404, 'rest_post_invalid_id', 'Invalid post ID.'),
    means: 'rejected',
  },
  { name: 'comments that are closed', reply: heard('post-comments-403'), means: 'rejected' },
  {
    name: 'the same words said again',
    reply: heard('post-comments-409'),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'comments that come too fast',
    reply: says(400, 'comment_flood', 'You are posting comments too quickly. Slow down.'),
    means: 'rate',
  },
]

const kit: ContractKit = {
  network: wordpressDouble,
  fields: { site: theirSite, ...goodLogin },
  wrongFields: { site: theirSite, ...goodLogin, password: 'another' },
  publishes: ({ method, url }) =>
    method === 'POST' && /\/(posts\/\d+|comments)$/.test(url.pathname),
  refusals,
}

export default kit
