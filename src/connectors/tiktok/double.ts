import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

export const goodCode = 'code-of-morel'
export const app = { clientKey: 'awmorel', clientSecret: 'secret-of-the-app', audited: 'yes' }

type Body = Record<string, unknown>

interface Publication {
  id: string
  info: Body
  /** Of a video. */
  size: number
  received: number
  video: boolean
  post?: Post
  failed?: string
}

interface Post {
  id: string
  text: string
  at: number
  likes: number
  images: number
  privacy: string
  gone: boolean
}

/** What a test may look at or bring about, beside what every network shows. */
export interface TikTokDouble extends NetworkDouble {
  creator: Body
  /** What was asked of `video/init` and `content/init`. */
  begun: Body[]
  /** The `content-range` of each chunk that came. */
  ranges: string[]
  /** The forms that the token endpoint was sent. */
  forms: URLSearchParams[]
  /** Posts stay with the moderators: no number yet, in no list. */
  moderating: boolean
  /** The owner has made every post public since. */
  opened: boolean
  /** Why what is given from now on fails. */
  fails?: string
  scope: string
}

/**
 * TikTok in memory, in the shapes of its documentation (developers.tiktok.com, read 2026-11-25): nobody has heard the real
 * one answer here. Numbers of posts come as JSON numbers of nineteen digits, as they do there.
 */
export function tiktokDouble(clock: Clock): TikTokDouble {
  const publications = new Map<string, Publication>()
  const tokens = new Set<string>()
  let made = 0
  const posts = () => [...publications.values()].flatMap(({ post }) => post ?? [])
  const inLists = () =>
    posts().filter(
      ({ gone, privacy }) =>
        !gone && !double.moderating && (double.opened || privacy === 'PUBLIC_TO_EVERYONE'),
    )

  function token(form: URLSearchParams): Response {
    double.forms.push(form)
    const isOurs = form.get('client_key') === app.clientKey
    if (!isOurs || form.get('client_secret') !== app.clientSecret)
      return json({ error: 'invalid_client', error_description: 'Client key is wrong' }, 401)
    const isGood =
      form.get('grant_type') === 'refresh_token'
        ? tokens.has(form.get('refresh_token') ?? '')
        : form.get('code') === goodCode
    // As TikTok does: a refusal that says yes.
    if (!isGood) return json({ error: 'invalid_grant', error_description: 'It has ended' })
    const access = `act.morel${++made}`
    const refresh = `rft.morel${made}`
    tokens.add(access).add(refresh)
    return json({
      access_token: access,
      expires_in: 86_400,
      open_id: 'open-morel',
      refresh_token: refresh,
      refresh_expires_in: 31_536_000,
      scope: double.scope,
      token_type: 'Bearer',
    })
  }

  function complete(publication: Publication, images: number): void {
    if (double.fails) {
      publication.failed = double.fails
      return
    }
    publication.post = {
      id: `70000000000000000${String(++made).padStart(2, '0')}`,
      text: String(publication.info[publication.video ? 'title' : 'description'] ?? ''),
      at: Math.floor(clock.now().getTime() / 1000),
      likes: 0,
      images,
      privacy: String(publication.info['privacy_level']),
      gone: false,
    }
  }

  function begin(body: Body, isVideo: boolean): Response {
    const info = body['post_info'] as Body
    const source = body['source_info'] as Body
    const levels = double.creator['privacy_level_options'] as string[]
    if (!levels.includes(String(info['privacy_level'])))
      return problem(400, 'privacy_level_option_mismatch', 'The privacy level is not allowed')
    double.begun.push(body)
    const id = `${isVideo ? 'v_pub_file' : 'p_pub_url'}~v2-1.${++made}`
    const size = Number(source['video_size'] ?? 0)
    const publication: Publication = { id, info, size, received: 0, video: isVideo }
    publications.set(id, publication)
    if (isVideo) {
      const upload_url = `https://open-upload.tiktokapis.com/video/?upload_id=${encodeURIComponent(id)}&upload_token=t`
      return ok({ publish_id: id, upload_url })
    }
    complete(publication, (source['photo_images'] as string[]).length)
    return ok({ publish_id: id })
  }

  function receive(publication: Publication | undefined, range: string): Response {
    const [, first, last, size] = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? []
    if (!publication) return new Response(null, { status: 404 })
    if (Number(first) !== publication.received || Number(size) !== publication.size)
      return new Response(null, { status: 416 })
    double.ranges.push(range)
    publication.received = Number(last) + 1
    if (publication.received < publication.size) return new Response(null, { status: 206 })
    complete(publication, 0)
    return new Response(null, { status: 201 })
  }

  function status(id: string): Response {
    const publication = publications.get(id)
    if (!publication) return problem(400, 'invalid_publish_id', 'The publish_id does not exist')
    const { post, failed, video, received } = publication
    const pending = video ? 'PROCESSING_UPLOAD' : 'PROCESSING_DOWNLOAD'
    const isShown = post && inLists().includes(post)
    const text = JSON.stringify({
      data: {
        status: failed ? 'FAILED' : post ? 'PUBLISH_COMPLETE' : pending,
        ...(failed ? { fail_reason: failed } : {}),
        publicaly_available_post_id: isShown ? ['#'] : [],
        uploaded_bytes: received,
      },
      error: fine,
    })
    return json(text.replace('"#"', post?.id ?? ''))
  }

  function list(body: Body): Response {
    const start = Number(body['cursor'] ?? 0)
    const end = start + Number(body['max_count'] ?? 10)
    const newestFirst = inLists().toReversed()
    const videos = newestFirst.slice(start, end).map(({ id, text, at }) => ({
      id,
      title: '',
      video_description: text,
      create_time: at,
      share_url: `https://www.tiktok.com/@ateliermorel/video/${id}`,
    }))
    return ok({ videos, cursor: end, has_more: end < newestFirst.length })
  }

  function counted(body: Body): Response {
    const asked = (body['filters'] as { video_ids: string[] }).video_ids
    if (asked.length > 20) return problem(400, 'invalid_params', 'Too many ids')
    const found = inLists().filter(({ id }) => asked.includes(id))
    const videos = found.map(({ id, likes }) => ({
      id,
      like_count: likes,
      comment_count: 2,
      share_count: 1,
      view_count: 40,
    }))
    return ok({ videos })
  }

  const user = {
    open_id: 'open-morel',
    display_name: 'Atelier Morel',
    avatar_url: 'https://p16.tiktokcdn.example/morel.jpeg',
    follower_count: 140,
    following_count: 12,
    video_count: 7,
  }

  function answer(path: string, body: Body): Response {
    switch (path) {
      case '/v2/user/info/':
        return ok({ user })
      case '/v2/post/publish/creator_info/query/':
        return ok(double.creator)
      case '/v2/post/publish/video/init/':
        return begin(body, true)
      case '/v2/post/publish/content/init/':
        return begin(body, false)
      case '/v2/post/publish/status/fetch/':
        return status(String(body['publish_id']))
      case '/v2/video/list/':
        return list(body)
      case '/v2/video/query/':
        return counted(body)
      default:
        return problem(404, 'invalid_params', 'Unsupported path')
    }
  }

  const double: TikTokDouble = {
    creator: {
      creator_avatar_url: user.avatar_url,
      creator_username: 'ateliermorel',
      creator_nickname: user.display_name,
      privacy_level_options: ['PUBLIC_TO_EVERYONE', 'MUTUAL_FOLLOW_FRIENDS', 'SELF_ONLY'],
      comment_disabled: false,
      duet_disabled: false,
      stitch_disabled: true,
      max_video_post_duration_sec: 300,
    },
    begun: [],
    ranges: [],
    forms: [],
    moderating: false,
    opened: false,
    scope: 'user.info.basic,user.info.stats,video.publish,video.list',
    fetch: async (address, init: FetchInit = {}) => {
      const url = new URL(address)
      const upload = url.searchParams.get('upload_id')
      if (upload) return receive(publications.get(upload), init.headers?.['content-range'] ?? '')
      const said = typeof init.body === 'string' ? init.body : ''
      if (url.pathname === '/v2/oauth/token/') return token(new URLSearchParams(said))
      if (url.pathname === '/v2/oauth/revoke/') {
        const isKnown = tokens.delete(new URLSearchParams(said).get('token') ?? '')
        return isKnown ? json({}) : json({ error: 'invalid_request' }, 400)
      }
      const bearer = init.headers?.['authorization']?.replace('Bearer ', '') ?? ''
      const replied = tokens.has(bearer)
        ? answer(url.pathname, said === '' ? {} : (JSON.parse(said) as Body))
        : problem(401, 'access_token_invalid', 'The access token is invalid')
      replied.headers.set('date', clock.now().toUTCString())
      return replied
    },
    published: () =>
      posts()
        .filter(({ gone }) => !gone)
        .map(seen),
    takeOff(remoteId) {
      const post = posts().find(({ id }) => id === remoteId)
      if (post) post.gone = true
    },
    like(remoteId) {
      const post = posts().find(({ id }) => id === remoteId)
      if (post) post.likes++
    },
  }
  return double
}

/** TikTok keeps no description of what is shown. */
const seen = ({ id, text, images }: Post): SeenPost => ({
  remoteId: id,
  text,
  alts: Array.from({ length: Math.max(images, 1) }, () => ''),
})

const fine = { code: 'ok', message: '', log_id: '202611250900' }

const ok = (data: unknown) => json({ data, error: fine })

const problem = (status: number, code: string, message: string) =>
  json({ error: { code, message, log_id: '202611250900' } }, status)

function json(body: unknown, status = 200): Response {
  return new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}
