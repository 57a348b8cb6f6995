import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { recordings } from '#connectors/_contract/suite/recorded.ts'
import { goodFields, mediawikiDouble, theirWiki } from './double.ts'

const heard = recordings(import.meta.dirname)

/** In the words of MediaWiki 1.39 (includes/api/i18n/en.json, read 2026-11-25): errors come with a status of 200. */
const says = (code: string, info: string) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: { error: { code, info } },
})

const refusals: Refusal[] = [
  {
    name: 'a page that is protected',
    reply: heard('post-edit-protectednamespace-interface'),
    means: 'rejected',
    field: 'options.page',
  },
  {
    name: 'a name that no page can have',
    reply: heard('post-edit-invalidtitle'),
    means: 'rejected',
    field: 'options.page',
  },
  {
    name: 'a session that ended',
    reply: says(
      'assertuserfailed',
      'You are no longer logged in, so the action could not be completed.',
    ),
    means: 'auth',
  },
  {
    name: 'an account that is blocked',
    reply: says('blocked', 'You have been blocked from editing.'),
    means: 'rejected',
  },
  {
    name: 'edits that come too fast',
    reply: says(
      'ratelimited',
      "You've exceeded your rate limit. Please wait some time and try again.",
    ),
    means: 'rate',
  },
  {
    name: 'somebody who writes at the same instant',
    reply: says('editconflict', 'Edit conflict: $1'),
    means: 'transient',
  },
  {
    name: 'a wiki that is being looked after',
    reply: says('readonly', 'The wiki is currently in read-only mode.'),
    means: 'transient',
  },
  {
    name: 'an error within the wiki, which may have written',
    reply: says('internal_api_error_DBQueryError', 'Caught exception of type DBQueryError'),
    means: 'unknown-outcome',
  },
]

const kit: ContractKit = {
  network: mediawikiDouble,
  fields: { wiki: theirWiki, ...goodFields },
  wrongFields: { wiki: theirWiki, ...goodFields, password: 'another' },
  publishes: ({ method, url }) => method === 'POST' && url.searchParams.get('action') === 'edit',
  refusals,
  parentGone: 'accepts',
}

export default kit
