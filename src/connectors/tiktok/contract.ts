import type { ContractKit, Refusal } from '#connectors/_contract/suite/kit.ts'
import { app, goodCode, tiktokDouble } from './double.ts'

/** In the shape of TikTok’s errors (content-posting-api-reference-direct-post, -photo-post; 2026-11-25). */
const says = (status: number, code: string, message = '') => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: { error: { code, message, log_id: '2026112509' } },
})

const refusals: Refusal[] = [
  {
    name: 'an app that was not audited',
    reply: says(403, 'unaudited_client_can_only_post_to_private_accounts'),
    means: 'rejected',
  },
  {
    name: 'an audience that the account has no more',
    reply: says(403, 'privacy_level_option_mismatch'),
    means: 'rejected',
    field: 'options/privacy_level',
  },
  {
    name: 'an address that was not proved to be ours',
    reply: says(403, 'url_ownership_unverified'),
    means: 'rejected',
    field: 'images',
  },
  {
    name: 'an account that is banned',
    reply: says(403, 'spam_risk_user_banned_from_posting'),
    means: 'rejected',
  },
  {
    name: 'the posts of the day used up',
    reply: says(403, 'spam_risk_too_many_posts'),
    means: 'rate',
  },
  {
    name: 'the people of the day used up',
    reply: says(403, 'reached_active_user_cap'),
    means: 'rate',
  },
  { name: 'too many requests in a minute', reply: says(429, 'rate_limit_exceeded'), means: 'rate' },
  { name: 'a token that ended', reply: says(401, 'access_token_invalid'), means: 'auth' },
  { name: 'a right that was not given', reply: says(401, 'scope_not_authorized'), means: 'auth' },
  {
    name: 'words that TikTok alone understands',
    reply: says(400, 'invalid_param', 'Bad title'),
    means: 'rejected',
  },
  {
    name: 'a refusal whose status says yes',
    reply: says(200, 'spam_risk_text'),
    means: 'rejected',
    field: 'text',
  },
  { name: 'a trouble of its own', reply: says(500, 'internal_error'), means: 'unknown-outcome' },
]

const kit: ContractKit = {
  network: tiktokDouble,
  fields: {},
  app,
  allow: (url) => {
    const state = new URL(url).searchParams.get('state') ?? ''
    return new URLSearchParams({ code: goodCode, state })
  },
  options: { privacy_level: 'PUBLIC_TO_EVERYONE' },
  publishes: ({ method, url }) =>
    url.pathname === '/v2/post/publish/content/init/' ||
    (method === 'PUT' && url.host === 'open-upload.tiktokapis.com'),
  refusals,
}

export default kit
