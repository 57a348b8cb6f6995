import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { app, goodCode, tumblrDouble } from './double.ts'

/** Subcodes of www.tumblr.com/docs/en/api/v2#errors-and-error-subcodes, read 2026-11-25. */
const says = (status: number, code: number, title: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { meta: { status, msg: title }, errors: [{ title, code }] },
})

const refusals: Refusal[] = [
  {
    name: 'a picture that cannot be read',
    reply: says(400, 8005, 'Invalid media'),
    means: 'rejected',
    field: 'images',
  },
  {
    name: 'a content that is wrong',
    reply: says(400, 8001, '"content" must be an array'),
    means: 'rejected',
  },
  { name: 'the posts of the day', reply: says(403, 8023, 'Daily limit'), means: 'rate' },
  { name: 'the pictures of the day', reply: says(403, 8004, 'Upload limit'), means: 'rate' },
  { name: 'an access that ended', reply: says(401, 1016, 'Unauthorized'), means: 'auth' },
]

const kit: ContractKit = {
  network: tumblrDouble,
  fields: { blog: 'atelier-morel' },
  wrongFields: { blog: 'not a name' },
  app,
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  publishes: ({ method, url }) => method === 'POST' && url.pathname.endsWith('/posts'),
  refusals,
}

export default kit
