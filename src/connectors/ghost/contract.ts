import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { recordings } from '#connectors/_contract/suite/recorded.ts'
import { ghostDouble, goodKey, theirSite } from './double.ts'

const heard = recordings(import.meta.dirname)

/** As Ghost says its errors (docs.ghost.org/admin-api, Errors, read 2026-11-25). */
const says = (status: number, type: string, message: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { errors: [{ type, message, context: null, property: null }] },
})

const refusals: Refusal[] = [
  { name: 'a key that is not known', reply: heard('get-posts-401'), means: 'auth' },
  {
    name: 'a key that may not publish',
    reply: says(403, 'NoPermissionError', 'You do not have permission to edit posts'),
    means: 'rejected',
  },
  {
    name: 'a post that somebody saved meanwhile',
    reply: says(409, 'UpdateCollisionError', 'Saving failed! Someone else is editing this post.'),
    means: 'transient',
  },
  {
    name: 'a newsletter that the site has not',
    reply: says(422, 'ValidationError', 'Validation error, cannot edit post.'),
    means: 'rejected',
  },
]

const kit: ContractKit = {
  network: ghostDouble,
  fields: { site: theirSite, key: goodKey },
  wrongFields: { site: theirSite, key: goodKey.replaceAll('9e', '9f') },
  publishes: ({ method, url }) => method === 'PUT' && url.pathname.includes('/posts/'),
  refusals,
}

export default kit
