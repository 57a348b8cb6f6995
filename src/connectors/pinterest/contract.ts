import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { app, goodCode, pinterestDouble } from './double.ts'

/** In Pinterest’s own words (examples of its description, 5.23.0, and what others have shown). */
const says = (status: number, code: number, message: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { code, message },
})

const refusals: Refusal[] = [
  {
    name: 'an app that is on trial',
    reply: says(
      403,
      29,
      'Your application consumer type is not supported, please contact support.',
    ),
    means: 'rejected',
  },
  {
    name: 'a board that is gone',
    reply: says(404, 40, 'Board not found.'),
    means: 'rejected',
    field: 'options/board',
  },
  {
    name: 'an image that cannot be read',
    reply: says(400, 235, 'Sorry we could not fetch the image.'),
    means: 'rejected',
    field: 'images',
  },
  {
    name: 'an access without the right',
    reply: says(403, 3, 'Authorization failed: missing scope pins:write'),
    means: 'auth',
  },
]

const kit: ContractKit = {
  network: pinterestDouble(),
  fields: {},
  app,
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  publishes: ({ method, url }) => method === 'POST' && url.pathname === '/v5/pins',
  refusals,
}

export default kit
