import type { ContractKit } from '#connectors/_contract/suite/kit.ts'
import { recordings } from '#connectors/_contract/suite/recorded.ts'
import { allowThere, blueskyDouble, ourHandle, ourPassword, theirServer } from './double.ts'

const heard = recordings(import.meta.dirname)

const kit: ContractKit = {
  network: blueskyDouble,
  fields: { handle: ourHandle, appPassword: ourPassword, server: theirServer },
  wrongFields: { handle: ourHandle, appPassword: 'aaaa-bbbb-cccc-dddd', server: theirServer },
  visit: { fields: { handle: ourHandle }, wrongFields: { handle: 'personne' }, allow: allowThere },
  publishes: ({ url }) => url.pathname.endsWith('com.atproto.repo.createRecord'),
  refusals: [
    {
      name: 'a token that is not known',
      reply: heard('createRecord-InvalidToken'),
      means: 'auth',
    },
    {
      name: 'a text of 301 graphemes',
      reply: heard('createRecord-grapheme-too-big'),
      means: 'rejected',
      field: 'text',
    },
    {
      name: 'a text of 3,001 bytes',
      reply: heard('createRecord-string-too-big'),
      means: 'rejected',
      field: 'text',
    },
    {
      name: 'an image that is too heavy',
      reply: heard('createRecord-blob-too-big'),
      means: 'rejected',
      field: 'images',
    },
  ],
  people: { begins: 'yan', handle: 'yanis.test' },
  source: { terms: ['menuiserie'] },
  parentGone: 'accepts',
}

export default kit
