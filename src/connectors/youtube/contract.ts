import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { allow, app } from '#connectors/_google/double.ts'
import { youtubeDouble } from './double.ts'

/** By the reasons of developers.google.com/youtube/v3/docs/errors, read 2026-11-25. */
const says = (code: number, reason: string, message: string) => ({
  status: code,
  headers: { 'content-type': 'application/json' },
  body: { error: { code, message, errors: [{ domain: 'youtube.video', reason, message }] } },
})

const refusals: Refusal[] = [
  {
    name: 'a title that YouTube does not take',
    reply: says(400, 'invalidTitle', 'The request metadata specifies an invalid video title.'),
    means: 'rejected',
    field: 'options/title',
  },
  {
    name: 'a description that YouTube does not take',
    reply: says(
      400,
      'invalidDescription',
      'The request metadata specifies an invalid description.',
    ),
    means: 'rejected',
    field: 'text',
  },
  {
    name: 'tags that YouTube does not take',
    reply: says(400, 'invalidTags', 'The request metadata specifies invalid video keywords.'),
    means: 'rejected',
    field: 'options/tags',
  },
  {
    name: 'a Google account without a channel',
    reply: says(401, 'youtubeSignupRequired', 'The user must have a YouTube channel.'),
    means: 'rejected',
  },
  {
    name: 'as many videos as the channel may send in a day',
    reply: says(400, 'uploadLimitExceeded', 'The user has exceeded the number of videos.'),
    means: 'rate',
  },
  {
    name: 'a project whose quota is used up',
    reply: says(403, 'quotaExceeded', 'The request cannot be completed.'),
    means: 'rate',
  },
  {
    name: 'an access without the right',
    reply: says(403, 'insufficientPermissions', 'Insufficient Permission'),
    means: 'auth',
  },
  {
    name: 'an API that is not enabled',
    reply: says(403, 'accessNotConfigured', 'YouTube Data API has not been used in project 7'),
    means: 'rejected',
  },
]

const kit: ContractKit = {
  network: youtubeDouble,
  fields: {},
  app,
  allow,
  publishes: ({ method, url }) =>
    (method === 'PUT' && url.searchParams.has('upload_id')) ||
    (method === 'POST' && /^\/youtube\/v3\/comment(?:Thread)?s$/.test(url.pathname)),
  refusals,
  parentGone: says(
    404,
    'commentNotFound',
    'One or more of the specified comments cannot be found.',
  ),
}

export default kit
