import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'

export const goodCode = 'code-of-morel'
export const app = { appId: '1412345', appSecret: 'secret-of-the-app' }

type Body = Record<string, unknown>

interface Pin {
  id: string
  created_at: string
  board_id: string
  title: string | null
  description: string | null
  alt_text: string | null
  link: string | null
  media: Body
  reactions: number
}

const storage = 'https://pinterest-media-upload.s3-accelerate.amazonaws.com/'

/** @param names of the account's boards; one unless a test is about them */
export const pinterestDouble =
  (names: string[] = ['Tables']) =>
  (clock: Clock): NetworkDouble =>
    doubleWith(clock, names)

/**
 * Pinterest in memory. Answers have the shape of its own description (github.com/pinterest/api-description, v5, 5.23.0);
 * uploads go to the storage that it names, as the description of `POST /media` tells.
 */
function doubleWith(clock: Clock, names: string[]): NetworkDouble {
  const boards = names.map((name, n) => ({ id: `54975588517${n}`, name, privacy: 'PUBLIC' }))
  const pins = new Map<string, Pin>()
  const access = new Set<string>()
  const refresh = new Set<string>()
  const uploaded = new Set<string>()
  const looked = new Set<string>()
  let made = 8_135_534_210_000

  const next = () => String(++made)

  function token(init: FetchInit): Response {
    const form = new URLSearchParams(String(init.body))
    const keys = Buffer.from(`${app.appId}:${app.appSecret}`).toString('base64')
    if (init.headers?.['authorization'] !== `Basic ${keys}`) {
      return json({ code: 2, message: 'Authentication failed.' }, 401)
    }
    const isGood =
      form.get('grant_type') === 'refresh_token'
        ? refresh.delete(form.get('refresh_token') ?? '')
        : form.get('code') === goodCode
    if (!isGood) return json({ code: 283, message: 'Invalid authorization code or token' }, 400)
    const tokens = { access_token: `pina_${next()}`, refresh_token: `pinr.${next()}` }
    access.add(tokens.access_token)
    refresh.add(tokens.refresh_token)
    const lives = { expires_in: 2_592_000, refresh_token_expires_in: 5_184_000 }
    return json({ ...tokens, ...lives, token_type: 'bearer', scope: 'pins:read,pins:write' })
  }

  function announce(): Response {
    const media_id = next()
    const upload_parameters = { key: `uploads/${media_id}`, 'Content-Type': 'multipart/form-data' }
    return json({ media_id, media_type: 'video', upload_url: storage, upload_parameters }, 201)
  }

  /** At work the first time it is looked at. */
  function seenMedia(media_id: string): Response {
    const status = !uploaded.has(media_id)
      ? 'registered'
      : looked.has(media_id)
        ? 'succeeded'
        : 'processing'
    looked.add(media_id)
    return json({ media_id, media_type: 'video', status })
  }

  function create(body: Body): Response {
    const { board_id, media_source, title, description, alt_text, link } = body as Partial<Pin> & {
      media_source: { source_type: string; items?: unknown[] }
    }
    if (!boards.some(({ id }) => id === board_id)) {
      return json({ code: 40, message: 'Board not found.' }, 404)
    }
    const { source_type, items = [] } = media_source
    const media_type =
      source_type === 'video_id' ? 'video' : items.length > 0 ? 'multiple_images' : 'image'
    const pin: Pin = {
      id: next(),
      created_at: clock.now().toISOString().replace(/\..*/, ''),
      board_id: board_id ?? '',
      title: title ?? null,
      description: description ?? null,
      alt_text: alt_text ?? null,
      link: link ?? null,
      media: { media_type, ...(items.length > 0 ? { items: items.map(() => ({})) } : {}) },
      reactions: 0,
    }
    pins.set(pin.id, pin)
    return json(view(pin, false), 201)
  }

  function view({ reactions, ...pin }: Pin, withMetrics: boolean): Body {
    if (!withMetrics) return pin
    const lifetime_metrics = { impression: 12, pin_click: 3, clickthrough: 2, comment: 0 }
    return {
      ...pin,
      pin_metrics: { lifetime_metrics: { ...lifetime_metrics, reaction: reactions } },
    }
  }

  function one(id: string, url: URL): Response {
    const pin = pins.get(id)
    if (!pin) return json({ code: 50, message: 'Pin not found.' }, 404)
    return json(view(pin, url.searchParams.get('pin_metrics') === 'true'))
  }

  function list(url: URL): Response {
    const start = Number(url.searchParams.get('bookmark') ?? 0)
    const size = Number(url.searchParams.get('page_size') ?? 25)
    const newestFirst = [...pins.values()].toReversed()
    const bookmark = start + size < pins.size ? String(start + size) : null
    return json({
      items: newestFirst.slice(start, start + size).map((pin) => view(pin, false)),
      bookmark,
    })
  }

  function remove(id: string): Response {
    if (pins.delete(id)) return new Response(null, { status: 204 })
    return json({ code: 50, message: 'Pin not found.' }, 404)
  }

  const profile = () => ({
    id: '2783136121146311751',
    username: 'ateliermorel',
    business_name: 'Atelier Morel',
    account_type: 'BUSINESS',
    follower_count: 10,
    following_count: 2,
    pin_count: pins.size,
  })

  function answer(method: string, path: string, url: URL, body: Body): Response {
    const id = path.split('/')[1] ?? ''
    switch (`${method} ${path.replace(/\/\d+$/, '/:id')}`) {
      case 'GET user_account':
        return json(profile())
      case 'GET boards':
        return json({ items: boards, bookmark: null })
      case 'POST media':
        return announce()
      case 'GET media/:id':
        return seenMedia(id)
      case 'POST pins':
        return create(body)
      case 'GET pins':
        return list(url)
      case 'GET pins/:id':
        return one(id, url)
      case 'DELETE pins/:id':
        return remove(id)
      default:
        return json({ code: 0, message: 'Not found' }, 404)
    }
  }

  return {
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      if (url.href === storage) {
        uploaded.add(String((init.body as FormData).get('key')).replace('uploads/', ''))
        return new Response(null, { status: 204 })
      }
      const path = url.pathname.replace('/v5/', '')
      if (path === 'oauth/token') return token(init)
      const bearer = init.headers?.['authorization']?.replace('Bearer ', '') ?? ''
      if (!access.has(bearer)) return json({ code: 2, message: 'Authentication failed.' }, 401)
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Body) : {}
      const said = answer(init.method ?? 'GET', path, url, body)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () => [...pins.values()].map(seen),
    like(remoteId) {
      const pin = pins.get(remoteId)
      if (pin) pin.reactions++
    },
  }
}

/** A Pin of several images keeps what each shows in one text, numbered. */
function seen({ id, description, alt_text, media }: Pin): SeenPost {
  const alt = alt_text ?? ''
  const isSeveral = media['media_type'] === 'multiple_images'
  const alts = isSeveral ? alt.split('\n').map((line) => line.replace(/^\d\. /, '')) : [alt]
  return { remoteId: id, text: description ?? '', alts }
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}
