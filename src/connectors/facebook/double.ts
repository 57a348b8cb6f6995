import type { Clock } from '#platform/clock.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import {
  type Asked,
  graphError,
  graphFetch,
  type GraphRoute,
  json,
  page,
} from '#connectors/_meta/double.ts'
import { conversationRoutes, type Said, seenIn } from '#connectors/_meta/double-conversations.ts'

export const goodCode = 'code-of-camille'
export const app = { appId: '1234567890', appSecret: 'secret-of-the-app', configurationId: '77' }
export const pageId = '1001'
const yanis = { id: '2002', name: 'Yanis' }
const us = { id: pageId, name: 'Atelier Morel' }

interface Post {
  id: string
  message: string
  created: Date
  photos: string[]
  isVideo: boolean
  likes: number
}

interface Comment {
  id: string
  post: string
  /** What it answers: the post, or a comment. */
  under: string
  message: string
  created: Date
  from: { id: string; name: string }
}

/**
 * A page of Facebook in memory. Shapes are those of Meta's documentation (read 2026-11-25): pages-api/posts,
 * pages-api/comments-mentions, graph-api/reference/page/{photos,videos,published_posts,conversations},
 * facebook-login/guides/access-tokens/get-long-lived, graph-api/guides/error-handling.
 */
export function facebookDouble(clock: Clock): NetworkDouble {
  const posts = new Map<string, Post>()
  const comments = new Map<string, Comment>()
  const photos = new Map<string, string>()
  const postOfVideo = new Map<string, string>()
  const messages: Said[] = []
  let made = 100

  const newest = <T extends { created: Date }>(all: Iterable<T>) =>
    [...all].reverse().toSorted((a, b) => b.created.getTime() - a.created.getTime())
  const under = (id: string) =>
    newest([...comments.values()].filter(({ post, under: of }) => post === id || of === id))

  const routes: GraphRoute[] = [
    ['GET', /^\/oauth\/access_token$/, ({ params }) => token(params)],
    ['GET', /^\/me\/accounts$/, ({ params }) => json(page(accounts(), params))],
    ['GET', /^\/1001$/, () => json(profile)],
    ['POST', /^\/1001\/subscribed_apps$/, () => json({ success: true })],
    ['POST', /^\/1001\/photos$/, photo],
    ['POST', /^\/1001\/feed$/, ({ params }) => post(params)],
    ['POST', /^\/1001\/videos$/, video],
    [
      'GET',
      /^\/1001\/published_posts$/,
      ({ params }) => json(page(newest(posts.values()).map(view), params)),
    ],
    ...conversationRoutes({ clock, messages, us, page: '1001', newId: () => `m_${++made}` }),
    [
      'GET',
      /^\/([\d_]+)\/comments$/,
      ({ id, params }) => json(page(under(id).map(commentView), params)),
    ],
    ['POST', /^\/([\d_]+)\/comments$/, comment],
    ['GET', /^\/([\d_]+)\/insights$/, ({ id }) => (posts.has(id) ? json(insights) : gone())],
    ['GET', /^\/([\d_]+)$/, show],
    [
      'DELETE',
      /^\/([\d_]+)$/,
      ({ id }) => (posts.delete(id) || comments.delete(id) ? json({ success: true }) : gone()),
    ],
  ]

  function post(params: URLSearchParams, isVideo = false): Response {
    const message = params.get('message') ?? params.get('description') ?? ''
    const attached = JSON.parse(params.get('attached_media') ?? '[]') as { media_fbid: string }[]
    const alts = attached.map(({ media_fbid }) => photos.get(media_fbid) ?? '')
    const id = `${pageId}_${++made}`
    const shown = isVideo ? [''] : alts
    posts.set(id, { id, message, created: clock.now(), photos: shown, isVideo, likes: 0 })
    return json({ id })
  }

  function photo({ params }: Asked): Response {
    const id = String(++made)
    photos.set(id, params.get('alt_text_custom') ?? '')
    return json({ id })
  }

  function video({ url, params }: Asked): Response {
    if (url.host !== 'graph-video.facebook.com') return graphError(6000, 'Wrong host')
    post(params, true)
    const id = String(++made)
    postOfVideo.set(id, [...posts.keys()].at(-1) ?? '')
    return json({ id })
  }

  function comment({ id, params }: Asked): Response {
    const answered = comments.get(id)
    if (!posts.has(id) && !answered) return gone()
    return json({ id: say(us, params.get('message') ?? '', id) })
  }

  function say(from: typeof us, message: string, of: string): string {
    const post = comments.get(of)?.post ?? of
    const id = `${post.split('_')[1]}_${++made}`
    comments.set(id, { id, post, under: of, message, created: clock.now(), from })
    return id
  }

  function show({ id }: Asked): Response {
    const found = posts.get(id)
    if (found) return json(view(found))
    const ofVideo = postOfVideo.get(id)
    return ofVideo ? json({ id, post_id: ofVideo }) : gone()
  }

  function view({ id, message, created, photos: shown, isVideo, likes }: Post) {
    const media_type = isVideo ? 'video' : shown.length > 1 ? 'album' : 'photo'
    const subattachments = shown.length > 1 ? { data: shown.map(() => ({})) } : undefined
    return {
      id,
      message,
      created_time: timeOf(created),
      ...(shown.length > 0 ? { attachments: { data: [{ media_type, subattachments }] } } : {}),
      reactions: { data: [], summary: { total_count: likes } },
      comments: { data: [], summary: { total_count: under(id).length } },
    }
  }

  return {
    fetch: graphFetch({
      clock,
      routes,
      open: /^\/(oauth\/.*)?$/,
      isToken: (token) => ['long-token', 'token-of-the-page'].includes(token),
    }),
    published: () => [
      ...[...posts.values()].map(seen),
      ...[...comments.values()].filter(({ from }) => from === us).map(answer),
      ...seenIn(messages, us),
    ],
    speak(text, about) {
      if (about) return say(yanis, text, about)
      const id = `m_${++made}`
      messages.push({ id, text, from: yanis, at: clock.now() })
      return id
    },
    like(remoteId) {
      const liked = posts.get(remoteId)
      if (liked) liked.likes++
    },
  }
}

function token(params: URLSearchParams): Response {
  if (params.get('client_secret') !== app.appSecret)
    return graphError(1, 'Error validating client secret.')
  if (params.get('grant_type') === 'fb_exchange_token')
    return json({ access_token: 'long-token', token_type: 'bearer', expires_in: 5_183_944 })
  return params.get('code') === goodCode
    ? json({ access_token: 'short-token', token_type: 'bearer', expires_in: 5000 })
    : graphError(100, 'Invalid verification code format.', { type: 'OAuthException' })
}

const profile = {
  ...us,
  username: 'ateliermorel',
  link: 'https://www.facebook.com/ateliermorel',
  followers_count: 320,
  picture: { data: { url: 'https://scontent.example/morel.jpg' } },
}

const tasks = ['CREATE_CONTENT', 'MANAGE', 'MODERATE', 'MESSAGING', 'ANALYZE']

const accounts = () => [
  { ...profile, access_token: 'token-of-the-page', tasks },
  { id: '1002', name: 'École du bois', access_token: 'token-of-the-school', tasks },
  { id: '1003', name: 'Vue seulement', access_token: 'token-of-nothing', tasks: ['ANALYZE'] },
]

const insights = {
  data: [
    { name: 'post_total_media_view_unique', period: 'lifetime', values: [{ value: 84 }] },
    { name: 'post_media_view', period: 'lifetime', values: [{ value: 120 }] },
    { name: 'post_clicks', period: 'lifetime', values: [{ value: 7 }] },
  ],
}

const gone = () =>
  graphError(100, 'Object with this ID does not exist, or cannot be loaded.', { subcode: 33 })

/** As the Graph API writes a time: `2026-03-02T08:00:00+0000`. */
const timeOf = (at: Date) => at.toISOString().replace(/\.\d+Z$/, '+0000')

const commentView = ({ id, message, created, from }: Comment) => ({
  id,
  message,
  created_time: timeOf(created),
  from,
})

const seen = ({ id, message, photos }: Post): SeenPost => ({
  remoteId: id,
  text: message,
  alts: photos,
})

const answer = ({ id, message, under }: Comment): SeenPost => ({
  remoteId: id,
  text: message,
  alts: [],
  replyTo: under,
})
