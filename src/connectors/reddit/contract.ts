import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { app, goodCode, redditDouble } from './double.ts'

/** Errors as POST /api/submit and /api/comment give them (r/redditdev, and public clients). */
const says = (code: string, words: string, more = {}) => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: { json: { errors: [[code, words, 'sr']], ...more } },
})

const refusals: Refusal[] = [
  {
    name: 'too many posts',
    reply: says('RATELIMIT', 'you are doing that too much. try again in 9 minutes.'),
    means: 'rate',
  },
  {
    name: 'nobody signed in',
    reply: says('USER_REQUIRED', 'please log in to do that'),
    means: 'auth',
  },
  {
    name: 'a community that is not there',
    reply: says('SUBREDDIT_NOEXIST', 'that subreddit doesn’t exist'),
    means: 'rejected',
    field: 'subreddit',
  },
  {
    name: 'a community that takes no posts from us',
    reply: says('SUBREDDIT_NOTALLOWED', 'you aren’t allowed to post there.'),
    means: 'rejected',
    field: 'subreddit',
  },
  {
    name: 'a flair that is wanted',
    reply: says('SUBMIT_VALIDATION_FLAIR_REQUIRED', 'Post must contain post flair.'),
    means: 'rejected',
    field: 'flair',
  },
  {
    name: 'a rule of the community',
    reply: {
      ...says(
        'SUBMIT_VALIDATION_TITLE_REQUIREMENT',
        'You must have "bois" somewhere in your title.',
      ),
      status: 400,
    },
    means: 'rejected',
  },
]

const kit: ContractKit = {
  network: redditDouble,
  fields: { subreddit: 'r/menuiserie' },
  wrongFields: { subreddit: 'nulle part' },
  app,
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  publishes: ({ method, url }) =>
    method === 'POST' && ['/api/submit', '/api/comment'].includes(url.pathname),
  refusals,
  parentGone: says('DELETED_COMMENT', 'that comment has been deleted'),
  source: { terms: ['menuiserie'] },
}

export default kit
