import type { Clock } from '#platform/clock.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import {
  type Asked,
  graphError,
  graphFetch,
  type GraphRoute,
  json,
  page,
} from '#connectors/_meta/double.ts'
import { conversationRoutes, type Said, seenIn } from '#connectors/_meta/double-conversations.ts'
import {
  accounts,
  answer,
  type Comment,
  type Container,
  gone,
  type Media,
  profile,
  tagView,
  timeOf,
  token,
  us,
  yanis,
} from './double-shapes.ts'

export const app = { appId: '1234567890', appSecret: 'secret-of-the-app', configurationId: '78' }
export interface InstagramDouble extends NetworkDouble {
  /** What one container was made of: `media_type`, addresses, `alt_text`… */
  containersMade: Record<string, string>[]
  /** Somebody writes to the account in private. @returns the message's id */
  write(text: string): string
  /** How many posts count against the last 24 hours. */
  use(posts: number): void
}

/**
 * An Instagram account in memory. Shapes are those of Meta's documentation (read 2026-11-25): content-publishing,
 * comment-moderation, reference/ig-user/{media,tags,content_publishing_limit}, reference/instagram-media/insights.
 */
export function instagramDouble(clock: Clock): InstagramDouble {
  const containers = new Map<string, Container>()
  const media = new Map<string, Media>()
  const comments = new Map<string, Comment>()
  const messages: Said[] = []
  const tags: { id: string; caption: string; at: Date }[] = []
  const containersMade: Record<string, string>[] = []
  let used = 0
  let made = 17_900_000_000

  const newest = <T extends { at: Date }>(all: Iterable<T>) =>
    [...all].reverse().toSorted((a, b) => b.at.getTime() - a.at.getTime())
  const posts = () => [...media.values()].filter(({ kind }) => kind !== 'STORIES')
  const isLive = ({ kind, at }: Media) =>
    kind === 'STORIES' && clock.now().getTime() - at.getTime() < 24 * 3_600_000
  const under = (id: string) =>
    newest([...comments.values()].filter((one) => (one.top ? one.top === id : one.media === id)))

  const routes: GraphRoute[] = [
    ['GET', /^\/oauth\/access_token$/, ({ params }) => token(params)],
    ['GET', /^\/me\/accounts$/, ({ params }) => json(page(accounts, params))],
    ['GET', /^\/17841400000000001$/, () => json({ ...profile, media_count: media.size })],
    [
      'GET',
      /^\/17841400000000001\/content_publishing_limit$/,
      () =>
        json({
          data: [{ quota_usage: used, config: { quota_total: 100, quota_duration: 86_400 } }],
        }),
    ],
    ['POST', /^\/me\/subscribed_apps$/, () => json({ success: true })],
    ...conversationRoutes({
      clock,
      messages,
      us,
      page: 'me',
      outside: 2_534_022,
      newId: () => `aWdf_${++made}`,
    }),
    ['POST', /^\/17841400000000001\/media$/, make],
    ['POST', /^\/17841400000000001\/media_publish$/, publish],
    [
      'GET',
      /^\/17841400000000001\/media$/,
      ({ params }) => json(page(newest(posts()).map(view), params)),
    ],
    [
      'GET',
      /^\/17841400000000001\/stories$/,
      // In no order that is promised, and for 24 hours.
      ({ params }) => json(page([...media.values()].filter(isLive).map(view), params)),
    ],
    [
      'GET',
      /^\/17841400000000001\/tags$/,
      ({ params }) => json(page(newest(tags).map(tagView), params)),
    ],
    [
      'GET',
      /^\/(\d+)\/comments$/,
      ({ id, params }) => json(page(under(id).map(commentView), params, 50)),
    ],
    [
      'GET',
      /^\/(\d+)\/replies$/,
      ({ id, params }) => json(page(under(id).toReversed().map(commentView), params)),
    ],
    ['POST', /^\/(\d+)\/(?:comments|replies)$/, comment],
    ['GET', /^\/(\d+)\/insights$/, insights],
    ['GET', /^\/(\d+)$/, show],
    [
      'DELETE',
      /^\/(\d+)$/,
      ({ id }) => (media.delete(id) || comments.delete(id) ? json({ success: true }) : gone()),
    ],
  ]

  function make({ params }: Asked): Response {
    const address = params.get('image_url') ?? params.get('video_url')
    const children = JSON.parse(params.get('children') ?? '[]') as string[]
    if (!address && children.length === 0)
      return graphError(100, 'The parameter image_url is required.')
    if (address && !address.startsWith('https:'))
      return graphError(9004, 'The media could not be fetched from this URI.', {
        subcode: 2_207_052,
      })
    containersMade.push(Object.fromEntries(params))
    const kind = params.get('media_type') ?? ''
    if (kind === 'STORIES' && (params.has('caption') || params.has('alt_text')))
      return graphError(100, 'Stories support neither caption nor alt_text.')
    const own = params.get('video_url') ? '' : (params.get('alt_text') ?? '')
    const alts = address ? [own] : children.flatMap((id) => containers.get(id)?.alts ?? [])
    const id = String(++made)
    const wait = params.get('video_url') || children.length > 0 ? 2 : 0
    const caption = params.get('caption') ?? ''
    const isVideo = params.has('video_url')
    containers.set(id, { id, caption, alts, kind, isVideo, wait, state: 'FINISHED' })
    return json({ id })
  }

  function publish({ params }: Asked): Response {
    const container = containers.get(params.get('creation_id') ?? '')
    if (!container) return graphError(100, 'Media ID is not available', { subcode: 2_207_006 })
    if (container.state === 'PUBLISHED') return graphError(100, 'Media was published already')
    if (container.wait > 0) return graphError(9007, 'Media is not ready', { subcode: 2_207_027 })
    container.state = 'PUBLISHED'
    const id = String(++made)
    const { caption, alts, kind, isVideo } = container
    media.set(id, { id, caption, alts, kind, isVideo, at: clock.now(), likes: 0 })
    used++
    return json({ id })
  }

  function comment({ id, params }: Asked): Response {
    if (!media.has(id) && !comments.has(id)) return gone()
    return json({ id: say(us, params.get('message') ?? '', id) })
  }

  /** What is asked of a story is not what is asked of a post. */
  function insights({ id, params }: Asked): Response {
    const found = media.get(id)
    if (!found) return gone()
    const asked = (params.get('metric') ?? '').split(',')
    const known = ['reach', 'views', found.kind === 'STORIES' ? 'replies' : 'saved', 'shares']
    if (asked.some((name) => !known.includes(name)))
      return graphError(100, 'The Media Insights API does not support this metric here.')
    const data = asked.map((name) => ({
      name,
      period: 'lifetime',
      values: [{ value: 10 * (known.indexOf(name) + 1) }],
    }))
    return json({ data })
  }

  function say(from: typeof us, text: string, about: string): string {
    const answered = comments.get(about)
    const id = String(++made)
    comments.set(id, {
      id,
      media: answered?.media ?? about,
      under: about,
      ...(answered ? { top: answered.top ?? answered.id } : {}),
      text,
      at: clock.now(),
      from,
    })
    return id
  }

  function show({ id }: Asked): Response {
    const found = media.get(id)
    if (found) return json(view(found))
    const container = containers.get(id)
    if (!container) return gone()
    if (container.wait === 0) return json({ id, status_code: container.state })
    container.wait--
    return json({ id, status_code: 'IN_PROGRESS' })
  }

  const view = ({ id, caption, alts, at, likes, kind, isVideo }: Media) => ({
    id,
    media_type: alts.length > 1 ? 'CAROUSEL_ALBUM' : isVideo ? 'VIDEO' : 'IMAGE',
    media_product_type: kind === 'STORIES' ? 'STORY' : kind === 'REELS' ? 'REELS' : 'FEED',
    ...(caption === '' ? {} : { caption }),
    timestamp: timeOf(at),
    permalink: `https://www.instagram.com/p/${id}/`,
    like_count: likes,
    comments_count: [...comments.values()].filter((one) => one.media === id).length,
    ...(alts.length > 1 ? { children: { data: alts.map((_, n) => ({ id: `${id}${n}` })) } } : {}),
  })

  const commentView = ({ id, text, at, from }: Comment): object => {
    const replies = newest([...comments.values()].filter((one) => one.top === id)).map(commentView)
    return {
      id,
      text,
      timestamp: timeOf(at),
      username: from.username,
      from,
      ...(replies.length > 0 ? { replies: { data: replies } } : {}),
    }
  }

  return {
    containersMade,
    write(text) {
      const id = `aWdf_${++made}`
      messages.push({ id, text, from: yanis, at: clock.now() })
      return id
    },
    use: (posts) => void (used = posts),
    fetch: graphFetch({
      clock,
      routes,
      open: /^\/(oauth\/.*)?$/,
      isToken: (token) => ['long-token', 'token-of-the-page'].includes(token),
    }),
    published: () => [
      ...[...media.values()].map(({ id, caption, alts }) => ({
        remoteId: id,
        text: caption,
        alts,
      })),
      ...[...comments.values()].filter(({ from }) => from === us).map(answer),
      ...seenIn(messages, us),
    ],
    speak(text, about) {
      if (about) return say(yanis, text, about)
      const id = String(++made)
      tags.push({ id, caption: text, at: clock.now() })
      return id
    },
    like(remoteId) {
      const liked = media.get(remoteId)
      if (liked) liked.likes++
    },
  }
}
