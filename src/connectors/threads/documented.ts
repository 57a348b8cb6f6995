/**
 * What Meta's documentation says that a request may hold, as it stood on 2026-11-25: documentation/threads, reference
 * (publishing, media-retrieval, reply-management, insights), threads-mentions, get-started. There is no description that
 * a program could read. Only tests use this.
 */
interface Documented {
  method: string
  path: RegExp
  params: string[]
  required?: string[]
  /** What `fields` may name. */
  fields?: string[]
  /** The only values that a parameter takes. */
  values?: Record<string, string[]>
}

const post = [
  'id',
  'media_type',
  'permalink',
  'username',
  'text',
  'timestamp',
  'children',
  'has_replies',
  'poll_attachment',
]
const reply = [...post, 'root_post', 'replied_to', 'is_reply', 'is_reply_owned_by_me']
const paging = ['fields', 'limit', 'after', 'since', 'until']

const documented: Documented[] = [
  {
    method: 'POST',
    path: /^\/oauth\/access_token$/,
    params: [],
    required: ['client_id', 'client_secret', 'grant_type', 'redirect_uri', 'code'],
    values: { grant_type: ['authorization_code'] },
  },
  {
    method: 'GET',
    path: /^\/access_token$/,
    params: [],
    required: ['client_secret', 'grant_type', 'access_token'],
    values: { grant_type: ['th_exchange_token'] },
  },
  {
    method: 'GET',
    path: /^\/refresh_access_token$/,
    params: [],
    required: ['grant_type', 'access_token'],
    values: { grant_type: ['th_refresh_token'] },
  },
  {
    method: 'GET',
    path: /^\/v1\.0\/me$/,
    params: ['fields'],
    fields: ['id', 'username', 'name', 'threads_profile_picture_url', 'threads_biography'],
  },
  {
    method: 'POST',
    path: /^\/v1\.0\/\d+\/threads$/,
    params: [
      'text',
      'image_url',
      'video_url',
      'is_carousel_item',
      'children',
      'reply_to_id',
      'reply_control',
      'alt_text',
      'link_attachment',
      'topic_tag',
      'poll_attachment',
    ],
    required: ['media_type'],
    values: {
      media_type: ['TEXT', 'IMAGE', 'VIDEO', 'CAROUSEL'],
      is_carousel_item: ['true', 'false'],
      reply_control: [
        'everyone',
        'accounts_you_follow',
        'mentioned_only',
        'parent_post_author_only',
        'followers_only',
      ],
    },
  },
  {
    method: 'POST',
    path: /^\/v1\.0\/\d+\/threads_publish$/,
    params: [],
    required: ['creation_id'],
  },
  {
    method: 'GET',
    path: /^\/v1\.0\/\d+\/threads_publishing_limit$/,
    params: ['fields'],
    fields: ['quota_usage', 'config', 'reply_quota_usage', 'reply_config'],
  },
  {
    method: 'GET',
    path: /^\/v1\.0\/\d+\/threads$/,
    params: paging,
    fields: [...post, 'replied_to'],
  },
  { method: 'GET', path: /^\/v1\.0\/\d+\/replies$/, params: paging, fields: reply },
  { method: 'GET', path: /^\/v1\.0\/\d+\/mentions$/, params: paging, fields: reply },
  {
    method: 'GET',
    path: /^\/v1\.0\/\d+\/conversation$/,
    params: ['fields', 'reverse', 'before', 'after'],
    fields: reply,
    values: { reverse: ['true', 'false'] },
  },
  {
    method: 'GET',
    path: /^\/v1\.0\/\d+\/insights$/,
    params: [],
    required: ['metric'],
    values: { metric: ['views', 'likes', 'replies', 'reposts', 'quotes', 'shares'] },
  },
  {
    method: 'GET',
    path: /^\/v1\.0\/\d+\/threads_insights$/,
    params: ['since', 'until'],
    required: ['metric'],
    values: {
      metric: ['views', 'likes', 'replies', 'reposts', 'quotes', 'clicks', 'followers_count'],
    },
  },
  {
    method: 'GET',
    path: /^\/v1\.0\/\d+$/,
    params: ['fields'],
    fields: [...reply, 'status', 'error_message'],
  },
  { method: 'DELETE', path: /^\/v1\.0\/\d+$/, params: [] },
]

/** One line for each thing in a request that the documentation does not show. */
export function problemsOf(sent: { method: string; url: URL; body: unknown }): string[] {
  const { method, url, body } = sent
  // The clock of the network: any answer tells it.
  if (url.pathname === '/v1.0') return []
  const one = documented.find((known) => known.method === method && known.path.test(url.pathname))
  if (!one) return [`${method} ${url.pathname}: no such request`]
  const given = new URLSearchParams(url.search)
  if (typeof body === 'string')
    for (const [name, value] of new URLSearchParams(body)) given.append(name, value)
  const { params, required = [], fields = [], values = {} } = one
  const isToken = !url.pathname.includes('/v1.0/')
  const known = new Set([...params, ...required, ...(isToken ? [] : ['access_token'])])
  const missing = [...required, ...(isToken ? [] : ['access_token'])].filter(
    (name) => !given.has(name),
  )
  const problems = missing.map((name) => `${name} is missing`)
  for (const [name, value] of given) {
    if (!known.has(name)) problems.push(`${name} is not a parameter`)
    const allowed = name === 'fields' ? fields : values[name]
    const names = value.replace(/\{[^}]*\}/g, '').split(',')
    for (const unknown of allowed ? names.filter((word) => !allowed.includes(word)) : [])
      problems.push(`${name} cannot be ${unknown}`)
  }
  return problems.map((problem) => `${method} ${url.pathname}: ${problem}`)
}
