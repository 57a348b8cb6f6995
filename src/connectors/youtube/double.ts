import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import { googleLogin } from '#connectors/_google/double.ts'
import type { Clock } from '#platform/clock.ts'

type Body = Record<string, unknown>

interface Video {
  id: string
  snippet: { title: string; description: string; publishedAt: string; channelId: string }
  status: Body
  likes: number
}

interface Comment {
  id: string
  parent: string | null
  video: string
  author: string
  text: string
  at: string
}

interface Session {
  body: Body
  received: number
  video?: Video
}

const channelId = 'UCmorel'
/** Of a film that was there before us. */
const oldVideo = 'introVideo0'

/** What a test may look at or bring about, beside what every network shows. */
export interface YouTubeDouble extends NetworkDouble {
  /** How many uploads were announced. */
  announced(): number
  thumbnails: Set<string>
  /** Of each piece, no more than so many bytes arrive. */
  takes: number
}

/**
 * YouTube in memory. Answers have the shape of its Discovery document (youtube v3); uploads go as
 * developers.google.com/youtube/v3/guides/using_resumable_upload_protocol tells, read 2026-11-25.
 */
export function youtubeDouble(clock: Clock): YouTubeDouble {
  const login = googleLogin()
  const sessions = new Map<string, Session>()
  const videos = new Map<string, Video>()
  const comments: Comment[] = []
  let made = 0
  const now = () => clock.now().toISOString()

  function announce(body: Body): Response {
    const id = `AEnB2U${++made}`
    sessions.set(id, { body, received: 0 })
    const location = `https://youtube.googleapis.com/upload/youtube/v3/videos?uploadType=resumable&upload_id=${id}`
    return new Response(null, { status: 200, headers: { location } })
  }

  function receive(session: Session | undefined, range: string): Response {
    if (!session) return problem(404, 'notFound', 'Not Found')
    const [, first, last, size] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(range) ?? []
    if (first !== undefined) {
      if (Number(first) !== session.received) return problem(400, 'badRequest', 'Wrong range')
      session.received = Math.min(Number(last) + 1, session.received + double.takes)
    }
    if (session.received < Number(size)) {
      const headers =
        session.received > 0 ? { range: `bytes=0-${session.received - 1}` } : undefined
      return new Response(null, { status: 308, headers })
    }
    session.video ??= create(session.body)
    return json(session.video)
  }

  function create({ snippet, status }: Body): Video {
    const id = `vid${String(++made).padStart(8, '0')}`
    const said = snippet as Video['snippet']
    const video = {
      id,
      snippet: { ...said, publishedAt: now(), channelId },
      status: status as Body,
      likes: 0,
    }
    videos.set(id, video)
    return video
  }

  function say(author: string, text: string, parent: string | null, video: string): Comment {
    const id = parent ? `${parent}.${++made}` : `UgzMorel${++made}AaABAg`
    const comment = { id, parent, video, author, text, at: now() }
    comments.push(comment)
    return comment
  }

  const view = ({ id, parent, video, author, text, at }: Comment) => ({
    kind: 'youtube#comment',
    id,
    snippet: {
      videoId: video,
      ...(parent ? { parentId: parent } : {}),
      textDisplay: text,
      textOriginal: text,
      authorDisplayName: author === channelId ? '@ateliermorel' : '@camille',
      authorChannelId: { value: author },
      publishedAt: at,
    },
  })

  const repliesTo = (id: string) => comments.filter(({ parent }) => parent === id)

  /** As YouTube does, a thread shows some of its answers only. */
  const threadOf = (comment: Comment) => ({
    kind: 'youtube#commentThread',
    id: comment.id,
    snippet: {
      channelId,
      videoId: comment.video,
      topLevelComment: view(comment),
      totalReplyCount: repliesTo(comment.id).length,
    },
    replies: { comments: repliesTo(comment.id).slice(0, 2).map(view) },
  })

  function list(newestFirst: unknown[], query: URLSearchParams): Response {
    const start = Number(query.get('pageToken') ?? 0)
    const end = start + Number(query.get('maxResults') ?? 20)
    const nextPageToken = end < newestFirst.length ? String(end) : undefined
    return json({ items: newestFirst.slice(start, end), nextPageToken })
  }

  function threads(query: URLSearchParams): Response {
    const video = query.get('videoId')
    const wanted = comments.filter((one) => !one.parent && (!video || one.video === video))
    return list(wanted.toReversed().map(threadOf), query)
  }

  function playlist(query: URLSearchParams): Response {
    const items = [...videos.values()].toReversed().map(({ id, snippet }) => ({
      snippet: { ...snippet, resourceId: { kind: 'youtube#video', videoId: id } },
    }))
    return list(items, query)
  }

  function counted(query: URLSearchParams): Response {
    const asked = (query.get('id') ?? '').split(',')
    if (asked.length > 50) return problem(400, 'invalidFilters', 'Too many')
    const found = asked.flatMap((id) => videos.get(id) ?? [])
    const items = found.map(({ id, likes }) => ({
      id,
      statistics: {
        viewCount: '12',
        likeCount: String(likes),
        commentCount: String(comments.filter(({ video }) => video === id).length),
      },
    }))
    return json({ items })
  }

  const channels = () => ({
    items: [
      {
        id: channelId,
        snippet: { title: 'Atelier Morel', customUrl: '@ateliermorel', thumbnails: {} },
        contentDetails: { relatedPlaylists: { uploads: 'UUmorel' } },
        statistics: { subscriberCount: '140', hiddenSubscriberCount: false, videoCount: '7' },
      },
    ],
  })

  function comment(body: Body): Response {
    const { parentId, textOriginal } = body['snippet'] as Record<string, string>
    const parent = comments.find(({ id }) => id === parentId)
    if (!parent || parent.parent) return problem(404, 'parentCommentNotFound', 'No such comment')
    return json(view(say(channelId, textOriginal ?? '', parent.id, parent.video)))
  }

  function openThread(body: Body): Response {
    const { videoId, topLevelComment } = body['snippet'] as {
      videoId: string
      topLevelComment: Body
    }
    const { textOriginal } = topLevelComment['snippet'] as { textOriginal: string }
    return json(threadOf(say(channelId, textOriginal, null, videoId)))
  }

  function removeComment(id: string): Response {
    const at = comments.findIndex((one) => one.id === id)
    if (at < 0) return problem(404, 'commentNotFound', 'Not found')
    comments.splice(at, 1)
    return new Response(null, { status: 204 })
  }

  function answer(method: string, path: string, query: URLSearchParams, body: Body): Response {
    const id = query.get('id') ?? ''
    switch (`${method} ${path.replace(/^\/youtube\/v3\//, '')}`) {
      case 'GET channels':
        return json(channels())
      case 'GET playlistItems':
        return playlist(query)
      case 'GET videos':
        return counted(query)
      case 'DELETE videos':
        return videos.delete(id)
          ? new Response(null, { status: 204 })
          : problem(404, 'videoNotFound', 'Not found')
      case 'GET commentThreads':
        return threads(query)
      case 'POST commentThreads':
        return openThread(body)
      case 'GET comments':
        return list(repliesTo(query.get('parentId') ?? '').map(view), query)
      case 'POST comments':
        return comment(body)
      case 'DELETE comments':
        return removeComment(id)
      case 'POST /upload/youtube/v3/videos':
        return announce(body)
      case 'POST /upload/youtube/v3/thumbnails/set':
        double.thumbnails.add(query.get('videoId') ?? '')
        return json({ items: [] })
      default:
        return problem(404, 'notFound', 'Not found')
    }
  }

  const double: YouTubeDouble = {
    announced: () => sessions.size,
    thumbnails: new Set(),
    takes: Infinity,
    fetch: async (address, init: FetchInit = {}) => {
      const url = new URL(address)
      const entered = login.answer(url, init)
      if (entered) return entered
      const upload = url.searchParams.get('upload_id')
      if (upload) return receive(sessions.get(upload), init.headers?.['content-range'] ?? '')
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Body) : {}
      const said = answer(init.method ?? 'GET', url.pathname, url.searchParams, body)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () => [
      ...[...videos.values()].map(seenVideo),
      ...comments.filter(({ author }) => author === channelId).map(seenComment),
    ],
    speak(text, about) {
      const answered = comments.find(({ id }) => id === about)
      const top = answered ? (answered.parent ?? answered.id) : null
      return say('UCcamille', text, top, answered?.video ?? about ?? oldVideo).id
    },
    like(remoteId) {
      const video = videos.get(remoteId)
      if (video) video.likes++
    },
  }
  return double
}

/** A title that was cut is said again, whole, in the description. */
function seenVideo({ id, snippet: { title, description } }: Video): SeenPost {
  const whole = [title, description].filter((words) => words !== '').join('\n')
  return { remoteId: id, text: title.endsWith('…') ? description : whole, alts: [''] }
}

const seenComment = ({ id, text, parent, video }: Comment): SeenPost => ({
  remoteId: id,
  text,
  alts: [],
  replyTo: parent ?? video,
})

const problem = (code: number, reason: string, message: string) =>
  json({ error: { code, message, errors: [{ domain: 'youtube', reason, message }] } }, code)

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}
