import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

/*
 * No Reddit can run here: answers have the shapes that public clients read (praw and others, looked up 2026-11-25),
 * tokens those of the OAuth2 wiki of reddit-archive/reddit.
 */

export const app = {
  clientId: 'app-of-morel',
  clientSecret: 'secret-of-app',
  developer: 'u/morel_dev',
}
/** What Reddit brings back when the person has allowed us. */
export const goodCode = 'code-of-morel'
const us = 'atelier_morel'
const them = 'yanis_b'

type Body = Record<string, unknown>

interface Thing {
  name: string
  author: string
  title?: string
  text: string
  kind: string
  url: string
  parent?: string
  subreddit: string
  at: number
  ups: number
}

/** One community, and a person who comments there. */
export function redditDouble(clock: Clock): NetworkDouble {
  const things = new Map<string, Thing>()
  const inbox: Thing[] = []
  const tokens = new Set<string>()
  let made = 0

  function add(author: string, more: Partial<Thing>): Thing {
    const prefix = more.parent ? 't1' : 't3'
    const thing: Thing = {
      name: `${prefix}_${(1_000_000 + ++made).toString(36)}`,
      author,
      text: '',
      kind: 'self',
      url: '',
      subreddit: 'menuiserie',
      at: Math.floor(clock.now().getTime() / 1000),
      ups: 0,
      ...more,
    }
    things.set(thing.name, thing)
    return thing
  }

  const postOf = (thing: Thing): Thing => {
    const parent = things.get(thing.parent ?? '')
    return parent ? postOf(parent) : thing
  }

  function permalink(thing: Thing): string {
    const post = `/r/${thing.subreddit}/comments/${postOf(thing).name.slice(3)}/titre/`
    return thing.parent ? `${post}${thing.name.slice(3)}/` : post
  }

  const shown = (thing: Thing): Body => ({
    name: thing.name,
    author: thing.author,
    subreddit: thing.subreddit,
    permalink: permalink(thing),
    created_utc: thing.at,
    ups: thing.ups,
    ...(thing.parent
      ? { body: thing.text, parent_id: thing.parent }
      : {
          title: thing.title,
          selftext: thing.text,
          is_self: thing.kind === 'self',
          url: thing.kind === 'image' ? `https://i.redd.it/${thing.name}.png` : thing.url,
          num_comments: [...things.values()].filter((other) => other.parent === thing.name).length,
        }),
  })

  const received = (thing: Thing): Body => ({
    name: thing.name,
    author: thing.author,
    body: thing.text,
    created_utc: thing.at,
    was_comment: true,
    type: things.get(thing.parent ?? '')?.author === us ? 'post_reply' : 'username_mention',
    parent_id: thing.parent,
    context: `${permalink(thing)}?context=3`,
  })

  function listing(all: Thing[], query: URLSearchParams, view: (thing: Thing) => Body): Body {
    const newestFirst = all.toReversed()
    const start = newestFirst.findIndex(({ name }) => name === query.get('after')) + 1
    const limit = Number(query.get('limit') ?? 25)
    const page = newestFirst.slice(start, start + limit)
    const hasMore = start + limit < newestFirst.length
    const children = page.map((thing) => ({ kind: thing.name.slice(0, 2), data: view(thing) }))
    return { kind: 'Listing', data: { after: hasMore ? page.at(-1)?.name : null, children } }
  }

  const ours = () => [...things.values()].filter(({ author }) => author === us)

  const routes: Record<string, (asked: URLSearchParams) => Body | Body[]> = {
    '/api/v1/access_token': (form) => {
      const isCode = form.get('code') === goodCode
      if (!isCode && form.get('refresh_token') !== 'refresh-of-morel')
        return { error: 'invalid_grant' }
      const access_token = `access-${++made}-of-morel`
      tokens.add(access_token)
      return { access_token, expires_in: 3600, refresh_token: 'refresh-of-morel' }
    },
    '/api/v1/revoke_token': () => ({}),
    '/api/v1/me': () => ({ id: 'm1', name: us, subreddit: { subscribers: 230 } }),
    '/r/menuiserie/about': () => ({ kind: 't5', data: { display_name: 'menuiserie' } }),
    '/r/menuiserie/api/link_flair_v2': () => [{ id: 'f-1', text: 'Atelier' }],
    '/api/media/asset.json': () => ({
      args: {
        action: '//reddit-uploaded-media.s3-accelerate.amazonaws.com',
        fields: [{ name: 'key', value: `rte_images/${++made}` }],
      },
    }),
    '/api/submit': (form) => {
      const title = form.get('title') ?? ''
      if (form.get('sr') !== 'menuiserie')
        return no('SUBREDDIT_NOEXIST', 'that subreddit doesn’t exist')
      if (title.length > 300) return no('TOO_LONG', 'this is too long (max: 300)')
      const kind = form.get('kind') ?? 'self'
      const url = form.get('url') ?? ''
      const post = add(us, { title, text: form.get('text') ?? '', kind, url })
      const data =
        kind === 'image' ? { websocket_url: 'wss://' } : { name: post.name, url: permalink(post) }
      return { json: { errors: [], data } }
    },
    '/api/comment': (form) => {
      const parent = form.get('thing_id') ?? ''
      if (!things.has(parent)) return no('DELETED_COMMENT', 'that comment has been deleted')
      const comment = add(us, { parent, text: form.get('text') ?? '' })
      return { json: { errors: [], data: { things: [{ kind: 't1', data: shown(comment) }] } } }
    },
    '/api/del': (form) => {
      const thing = things.get(form.get('id') ?? '')
      if (thing?.author === us) thing.author = '[deleted]'
      return {}
    },
    '/api/info': (query) => {
      const asked = new Set((query.get('id') ?? '').split(','))
      const found = [...things.values()].filter(({ name }) => asked.has(name))
      return listing(found, new URLSearchParams({ limit: '100' }), shown)
    },
    [`/user/${us}/submitted`]: (query) =>
      listing(
        ours().filter(({ parent }) => !parent),
        query,
        shown,
      ),
    [`/user/${us}/comments`]: (query) =>
      listing(
        ours().filter(({ parent }) => parent),
        query,
        shown,
      ),
    '/search': (query) => {
      const wanted = (query.get('q') ?? '').replaceAll('"', '').toLowerCase()
      const said = ({ title = '', text }: Thing) => `${title} ${text}`.toLowerCase()
      const posts = [...things.values()].filter(({ parent }) => !parent)
      return listing(
        posts.filter((thing) => said(thing).includes(wanted)),
        query,
        shown,
      )
    },
    '/r/menuiserie/new': (query) =>
      listing(
        [...things.values()].filter(({ parent }) => !parent),
        query,
        shown,
      ),
    '/r/menuiserie+bois/new': (query) =>
      listing(
        [...things.values()].filter(({ parent }) => !parent),
        query,
        shown,
      ),
    '/r/menuiserie+bois/comments': (query) =>
      listing(
        [...things.values()].filter(({ parent }) => parent),
        query,
        shown,
      ),
    '/message/inbox': (query) => listing(inbox, query, received),
  }

  function answer(url: URL, init: FetchInit): Response {
    const { host, pathname } = url
    if (host === 'reddit-uploaded-media.s3-accelerate.amazonaws.com') {
      return new Response('<PostResponse/>', { status: 201 })
    }
    const authorization = init.headers?.['authorization'] ?? ''
    const basic = Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64')
    const isAllowed =
      host === 'www.reddit.com'
        ? authorization === `Basic ${basic}`
        : tokens.has(authorization.replace('Bearer ', ''))
    if (!isAllowed) return json({ message: 'Unauthorized', error: 401 }, 401)
    const asked =
      init.body === undefined ? url.searchParams : new URLSearchParams(String(init.body))
    const said = routes[pathname]?.(asked)
    return said ? json(said) : json({ message: 'Not Found', error: 404 }, 404)
  }

  return {
    async fetch(address, init = {}) {
      const said = answer(new URL(address), init)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () =>
      ours().map(({ name, title, text, kind, parent }) => ({
        remoteId: name,
        text: [title, text].filter(Boolean).join('\n'),
        alts: kind === 'image' ? [''] : [],
        ...(parent ? { replyTo: parent } : {}),
      })),
    speak(text, about) {
      const elsewhere = about ?? add('somebody', { title: 'Ailleurs' }).name
      const words = about === null ? `u/${us} ${text}` : text
      const comment = add(them, { parent: elsewhere, text: words })
      inbox.push(comment)
      return comment.name
    },
    appear: (text) => void add(them, { title: text }),
    like(remoteId) {
      const thing = things.get(remoteId)
      if (thing) thing.ups++
    },
  }
}

const no = (code: string, words: string): Body => ({ json: { errors: [[code, words, 'field']] } })

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
