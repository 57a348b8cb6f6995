import { graphemes } from '#connectors/_contract/graphemes.ts'
import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import { type AuthorityDouble, authorityDouble } from './oauth/double.ts'
import { answerOf, type Recorded, recordings } from '#connectors/_contract/suite/recorded.ts'
import type { Clock } from '#platform/clock.ts'

const heard = recordings(import.meta.dirname)

export const ourHandle = 'atelier-morel.test'
export const ourPassword = 'abcd-efgh-ijkl-mnop'
export const theirServer = 'https://pds.example'

const us = 'did:plc:ateliermorel2atelierwood'
const yanis = 'did:plc:yanisyanisyanisyanisyani'

/** All records of this network share one: the code never compares them. */
const recordedCid = (heard('createRecord').body as { cid: string }).cid

interface PostRecord {
  text: string
  createdAt: string
  embed?: { images?: { alt: string }[]; video?: object; alt?: string }
  reply?: { root: { uri: string }; parent: { uri: string } }
}

interface Post {
  uri: string
  cid: string
  did: string
  record: PostRecord
  indexedAt: string
  likes: number
}

type Body = Record<string, unknown>

/** A PDS and its AppView in memory: answers are the recorded ones, with the facts of this network in them. */
export function blueskyDouble(clock: Clock): NetworkDouble & { authority: AuthorityDouble } {
  const posts = new Map<string, Post>()
  const tokens = new Set<string>()
  const authority = authorityDouble(clock, theirServer, us)
  lastOpened = authority
  let made = 0

  const methods: Record<string, (input: Body, token: string) => Response> = {
    createSession: ({ identifier, password }) =>
      identifier === ourHandle && password === ourPassword
        ? session('createSession')
        : answerOf(heard('createSession-AuthenticationRequired')),
    refreshSession: (_, token) =>
      tokens.has(token)
        ? session('refreshSession')
        : answerOf(heard('refreshSession-ExpiredToken')),
    getSession: () => filled('getSession', { did: us, handle: ourHandle }),
    deleteSession: (_, token) => {
      tokens.delete(token)
      return answerOf(heard('deleteSession'))
    },
    getProfile: () => filled('getProfile', { did: us, handle: ourHandle, postsCount: posts.size }),
    resolveHandle: ({ handle }) =>
      filled('resolveHandle', { did: handle === ourHandle ? us : yanis }),
    searchActorsTypeahead: ({ q }) => {
      const { did: _, ...basic } = heard('getProfile').body as Body
      const known = [
        { did: us, handle: ourHandle },
        { did: yanis, handle: 'yanis.test' },
      ]
      const actors = known.filter(({ handle }) => handle.startsWith(String(q)))
      return Response.json({ actors: actors.map((one) => ({ ...basic, ...one })) })
    },
    uploadBlob: () => answerOf(heard('uploadBlob')),
    createRecord: ({ rkey, record }) => create(String(rkey), record as PostRecord),
    getRecord: ({ rkey }) => {
      const post = posts.get(uriOf(us, String(rkey)))
      if (!post) return answerOf(heard('getRecord-RecordNotFound'))
      return filled('getRecord', { uri: post.uri, cid: post.cid, value: post.record })
    },
    deleteRecord: ({ rkey }) => {
      posts.delete(uriOf(us, String(rkey)))
      return answerOf(heard('deleteRecord'))
    },
    getPosts: ({ uris }) => {
      const found = [uris].flat().flatMap((uri) => posts.get(String(uri)) ?? [])
      return filled('getPosts', { posts: found.map(viewOf) })
    },
    listNotifications: (input) => {
      const { items, cursor } = pageOf(heardOf('them'), input)
      const notifications = items.map((post) => ({
        ...viewOf(post),
        reason: post.record.reply ? 'reply' : 'mention',
        isRead: false,
      }))
      return filled('listNotifications', { notifications, cursor })
    },
    searchPosts: (input) => {
      const words = String(input['q']).replaceAll('"', '').toLowerCase()
      const matching = heardOf('all').filter((p) => p.record.text.toLowerCase().includes(words))
      const { items, cursor } = pageOf(matching, input)
      return filled('searchPosts', { posts: items.map(viewOf), cursor })
    },
  }

  function session(name: string): Response {
    const exp = Math.floor(clock.now().getTime() / 1000) + 7200
    const token = (kind: string) => `${kind}.${base64url({ exp, n: ++made })}.signature`
    const pair = { accessJwt: token('access'), refreshJwt: token('refresh') }
    for (const one of Object.values(pair)) tokens.add(one)
    return filled(name, { ...pair, did: us, handle: ourHandle })
  }

  function create(rkey: string, record: PostRecord): Response {
    const uri = uriOf(us, rkey)
    if (graphemes(record.text) > 300) return answerOf(heard('createRecord-grapheme-too-big'))
    if (posts.has(uri)) return answerOf(heard('createRecord-InternalServerError'))
    const post = add(us, rkey, record)
    return filled('createRecord', { uri, cid: post.cid })
  }

  function add(did: string, rkey: string, record: PostRecord): Post {
    const uri = uriOf(did, rkey)
    const indexedAt = new Date(clock.now().getTime() + made).toISOString()
    made++
    const post = { uri, cid: recordedCid, did, record, indexedAt, likes: 0 }
    posts.set(uri, post)
    return post
  }

  /** Newest first. */
  const heardOf = (whom: 'them' | 'all') =>
    [...posts.values()].filter((post) => whom === 'all' || post.did !== us).toReversed()

  const say = (text: string, reply?: PostRecord['reply']) =>
    add(yanis, `said${made}`, { text, createdAt: clock.now().toISOString(), reply }).uri

  return {
    authority,
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      const method = url.pathname.split('.').at(-1) ?? ''
      const found = authority.answer(url, init) ?? identityAt(url)
      if (found) return found
      if (init.headers?.['authorization']?.startsWith('DPoP ')) {
        const refused = authority.refuse(url, init)
        return refused ?? methods[method]?.(inputOf(url, init), '') ?? unknown()
      }
      const token = init.headers?.['authorization']?.replace('Bearer ', '') ?? ''
      const isOpen = ['createSession', 'refreshSession', 'resolveHandle'].includes(method)
      if (!isOpen && !tokens.has(token)) return answerOf(heard('createRecord-InvalidToken'))
      const handler = methods[method]
      return handler?.(inputOf(url, init), token) ?? unknown()
    },
    published: () => [...posts.values()].filter((post) => post.did === us).map(seen),
    speak(text, about) {
      const parent = posts.get(about ?? '')
      if (!parent) return say(text)
      return say(text, { root: parent.record.reply?.root ?? parent, parent })
    },
    like(remoteId) {
      const post = posts.get(remoteId)
      if (post) post.likes++
    },
    appear: (text) => void say(text),
  }
}

/** Who gives access on the network that was opened last: the person who allows us is on its page. */
let lastOpened: AuthorityDouble | undefined

export function allowThere(url: string): URLSearchParams {
  if (!lastOpened) throw new Error('no network is open')
  return lastOpened.allow(url)
}

const unknown = () => new Response('', { status: 501 })

/** The directory of lasting names, and sites that say nothing of who they are. */
function identityAt({ hostname, pathname }: URL): Response | null {
  if (hostname === ourHandle) return new Response('', { status: 404 })
  if (hostname !== 'plc.directory') return null
  const id = pathname.slice(1)
  const handle = id === us ? ourHandle : 'yanis.test'
  const home = { id: '#atproto_pds', type: 'AtprotoPersonalDataServer' }
  return Response.json({
    id,
    alsoKnownAs: [`at://${handle}`],
    service: [{ ...home, serviceEndpoint: theirServer }],
  })
}

const uriOf = (did: string, rkey: string) => `at://${did}/app.bsky.feed.post/${rkey}`

const base64url = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url')

/** A recorded answer with some of its facts replaced. */
function filled(name: string, facts: Body): Response {
  const recorded: Recorded = heard(name)
  return answerOf(recorded, { ...(recorded.body as Body), ...facts })
}

function inputOf(url: URL, init: FetchInit): Body {
  if (typeof init.body === 'string') return JSON.parse(init.body) as Body
  const names = new Set(url.searchParams.keys())
  return Object.fromEntries(
    [...names].map((name) => [name, valueOf(url.searchParams.getAll(name))]),
  )
}

const valueOf = (values: string[]) => (values.length > 1 ? values : values[0])

function pageOf(all: Post[], { limit = '50', cursor = '0' }: Body) {
  const start = Number(cursor)
  const end = start + Number(limit)
  return { items: all.slice(start, end), cursor: end < all.length ? String(end) : undefined }
}

function viewOf(post: Post): Body {
  const [view] = (heard('getPosts').body as { posts: Body[] }).posts
  const { uri, cid, did, record, indexedAt, likes } = post
  const author = { did, handle: did === us ? ourHandle : 'yanis.test' }
  return { ...view, uri, cid, author, record, indexedAt, likeCount: likes }
}

function seen({ uri, record }: Post): SeenPost {
  const film = record.embed?.video ? [record.embed.alt ?? ''] : []
  const alts = record.embed?.images?.map(({ alt }) => alt) ?? film
  return { remoteId: uri, text: record.text, alts, replyTo: record.reply?.parent.uri }
}
