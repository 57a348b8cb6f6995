import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { ours, sandboxDouble } from './double.ts'

const refused = (status: number, error: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { error, message: 'in the network’s own words' },
})

const refusals: Refusal[] = [
  { name: 'a token that is revoked', reply: refused(401, 'invalid_token'), means: 'auth' },
  {
    name: 'a post without an image on Vitrine',
    reply: refused(422, 'image_required'),
    means: 'rejected',
    field: 'images',
  },
  {
    name: 'an answer to what has been taken off',
    reply: refused(422, 'unknown_parent'),
    means: 'rejected',
    field: 'replyTo',
  },
  {
    name: '503, which here says that nothing was done',
    reply: refused(503, 'overloaded'),
    means: 'transient',
  },
]

const kit: ContractKit = {
  network: sandboxDouble,
  fields: ours,
  wrongFields: { ...ours, password: 'pin des Landes' },
  publishes: ({ method, url }) => method === 'POST' && url.pathname === '/posts',
  refusals,
  parentGone: refused(422, 'unknown_parent'),
  people: { begins: 'yan', handle: 'yanis' },
  source: { terms: ['menuiserie'] },
}

export default kit
