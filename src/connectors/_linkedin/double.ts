import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble } from '#connectors/_contract/suite/kit.ts'
import type { Clock } from '#platform/clock.ts'
import {
  type Body,
  type Comment,
  json,
  notice,
  page,
  type Post,
  seen,
  seenComment,
  us,
  usUrn,
  view,
  viewComment,
} from './double-shapes.ts'
import { videoDouble } from './double-video.ts'

export const goodCode = 'code-of-morel'
export const app = { clientId: 'id-of-the-app', clientSecret: 'secret-of-the-app' }

const other = { id: 2_414_183, localizedName: 'Scierie Duval', vanityName: 'scierie-duval' }
const yanis = 'urn:li:person:zLqTygBP8S'

interface Asked {
  method: string
  /** After `/rest/`, decoded. */
  path: string
  url: URL
  json: Body
}

/**
 * LinkedIn in memory. Answers have the shapes of learn.microsoft.com/en-us/linkedin/marketing/community-management
 * (posts-api, images-api, videos-api, comments-api, organization-social-action-notifications, share-statistics,
 * li-lms-2026), read 2026-11-25. Notices and the refusal of a duplicate are shaped as those that others have shown.
 */
export const doubleOf = (who: Who) => (clock: Clock) => linkedin(clock, who)

/** For whom it answers. */
interface Who {
  urn: string
  isPage: boolean
}

export const thePage: Who = { urn: usUrn, isPage: true }
export const thePerson: Who = { urn: 'urn:li:person:782bbtaQ', isPage: false }

function linkedin(clock: Clock, who: Who): NetworkDouble {
  const posts = new Map<string, Post>()
  const comments = new Map<string, Comment>()
  const access = new Set<string>()
  let made = 0n

  const now = () => clock.now().getTime()
  /** A name holds its instant, as LinkedIn's do. */
  const next = () => String((BigInt(now()) << 22n) + ++made)
  const { video, seenVideo } = videoDouble(next)

  function token(init: FetchInit): Response {
    const form = new URLSearchParams(String(init.body))
    if (form.get('client_secret') !== app.clientSecret) {
      return json(
        { error: 'invalid_client', error_description: 'Client authentication failed' },
        401,
      )
    }
    const isGood =
      form.get('grant_type') === 'refresh_token'
        ? form.get('refresh_token') === 'refresh-of-morel'
        : form.get('code') === goodCode
    if (!isGood) return json({ error: 'invalid_grant' }, 400)
    const access_token = `access-${next()}`
    access.add(access_token)
    const refresh = { refresh_token: 'refresh-of-morel', refresh_token_expires_in: 31_536_000 }
    return json({ access_token, expires_in: 5_184_000, ...refresh, scope: 'w_organization_social' })
  }

  const routes: [
    method: string,
    path: RegExp,
    answer: (asked: Asked, found: string[]) => Response,
  ][] = [
    [
      'GET',
      /^organizationAcls$/,
      () => json({ elements: [{ organization: usUrn, role: 'ADMINISTRATOR', state: 'APPROVED' }] }),
    ],
    [
      'GET',
      /^organizations$/,
      ({ url }) =>
        json({
          elements: [us, other].filter(
            ({ vanityName }) => vanityName === url.searchParams.get('vanityName'),
          ),
        }),
    ],
    ['GET', /^organizations\/(\d+)$/, () => json(us)],
    ['GET', /^networkSizes\//, () => json({ firstDegreeSize: 1289 })],
    [
      'POST',
      /^images$/,
      () =>
        json({
          value: {
            uploadUrl: 'https://www.linkedin.com/dms-uploads/image',
            image: `urn:li:image:C${next()}`,
          },
        }),
    ],
    ['POST', /^videos$/, ({ url, json: body }) => video(url, body)],
    ['GET', /^videos\/(.+)$/, (_, [urn = '']) => seenVideo(urn)],
    ['POST', /^posts$/, ({ json: body }) => post(body)],
    [
      'GET',
      /^posts$/,
      ({ url }) => json({ elements: page([...posts.values()].toReversed(), url).map(view) }),
    ],
    ['GET', /^posts\/(.+)$/, (_, [urn = '']) => one(urn)],
    [
      'DELETE',
      /^posts\/(.+)$/,
      (_, [urn = '']) => (posts.delete(urn), new Response(null, { status: 204 })),
    ],
    [
      'POST',
      /^socialActions\/(.+)\/comments$/,
      ({ json: body }, [target = '']) => say(target, body),
    ],
    [
      'GET',
      /^socialActions\/(.+)\/comments$/,
      ({ url }, [target = '']) =>
        json({
          elements: page(
            [...comments.values()].filter((c) => c.target === target),
            url,
          ).map(viewComment),
        }),
    ],
    [
      'DELETE',
      /^socialActions\/(.+)\/comments\/(\d+)$/,
      (_, [object = '', id = '']) => (
        comments.delete(`urn:li:comment:(${object},${id})`),
        new Response(null, { status: 204 })
      ),
    ],
    ['GET', /^organizationalEntityNotifications$/, ({ url }) => notices(url)],
    ['GET', /^organizationalEntityShareStatistics$/, ({ url }) => statistics(url)],
  ]

  function post(body: Body): Response {
    const { commentary = '', content = {} } = body as { commentary?: string; content?: Body }
    const twin = [...posts.values()].find(
      (one) => one.commentary === commentary && now() - one.at < 3_600_000,
    )
    if (twin) {
      const message = `Content is a duplicate of ${twin.urn}`
      return json({ message, status: 422, code: 'DUPLICATE_POST' }, 422)
    }
    const urn = `urn:li:${'media' in content ? 'ugcPost' : 'share'}:${next()}`
    const { media, multiImage } = content as {
      media?: { id: string; altText?: string }
      multiImage?: { images: { id: string; altText?: string }[] }
    }
    const all = multiImage?.images ?? (media ? [media] : [])
    const described = all.map(({ id, altText = '' }) => ({ id, alt: altText }))
    posts.set(urn, { urn, commentary, content, media: described, at: now(), likes: 0 })
    return new Response(null, { status: 201, headers: { 'x-restli-id': urn } })
  }

  function one(urn: string): Response {
    const found = posts.get(urn)
    return found
      ? json(view(found))
      : json({ status: 404, code: 'NOT_FOUND', message: 'Not found' }, 404)
  }

  function say(target: string, body: Body): Response {
    const { actor, object, message } = body as {
      actor: string
      object: string
      message: { text: string }
    }
    const made = add({ actor, object, target, text: message.text, isMention: false })
    return json(viewComment(made), 201, { 'x-restli-id': made.id })
  }

  function add(said: Omit<Comment, 'id' | 'urn' | 'at'>): Comment {
    const id = next()
    const urn = `urn:li:comment:(${said.object},${id})`
    const whole = { ...said, id, urn, at: now() }
    comments.set(urn, whole)
    return whole
  }

  function notices(url: URL): Response {
    const [, from, to] = /start:(\d+),end:(\d+)/.exec(url.searchParams.get('timeRange') ?? '') ?? []
    const within = [...comments.values()].filter(
      ({ actor, at }) => actor !== who.urn && at >= Number(from) && at <= Number(to),
    )
    return json({ elements: page(within, url).map(notice) })
  }

  /** LinkedIn leaves out what nobody has seen. */
  function statistics(url: URL): Response {
    const asked = ['shares', 'ugcPosts'].flatMap((name) =>
      (url.searchParams.get(name) ?? '').replace(/^List\(|\)$/g, '').split(','),
    )
    const seenOnes = asked.flatMap((urn) => posts.get(urn) ?? []).filter(({ likes }) => likes > 0)
    const elements = seenOnes.map(({ urn, likes }) => ({
      [urn.startsWith('urn:li:share:') ? 'share' : 'ugcPost']: urn,
      totalShareStatistics: {
        likeCount: likes,
        shareCount: 0,
        commentCount: 0,
        impressionCount: 12,
        uniqueImpressionsCount: 9,
        clickCount: 1,
        engagement: 0.1,
      },
    }))
    return json({ elements, paging: { count: 10, start: 0 } })
  }

  return {
    fetch: async (address, init = {}) => {
      const url = new URL(address)
      if (url.pathname === '/oauth/v2/accessToken') return token(init)
      if (url.pathname.startsWith('/dms-uploads/')) {
        return new Response(null, { status: 201, headers: { etag: `"${url.pathname.slice(13)}"` } })
      }
      const bearer = init.headers?.['authorization']?.replace('Bearer ', '') ?? ''
      if (!access.has(bearer)) {
        const message = 'The token used in the request has been revoked by the user'
        return json(
          { status: 401, serviceErrorCode: 65_601, code: 'REVOKED_ACCESS_TOKEN', message },
          401,
        )
      }
      if (url.pathname === '/v2/userinfo') {
        return json({
          sub: '782bbtaQ',
          name: 'Camille Morel',
          locale: { language: 'fr', country: 'FR' },
        })
      }
      const method = init.method ?? 'GET'
      // Who publishes for themselves may read nothing.
      if (!who.isPage && method === 'GET') {
        const message = `Not enough permissions to access: GET ${url.pathname}`
        return json({ status: 403, serviceErrorCode: 100, code: 'ACCESS_DENIED', message }, 403)
      }
      const path = decodeURIComponent(url.pathname.replace('/rest/', ''))
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Body) : {}
      for (const [wanted, pattern, answer] of routes) {
        const match = pattern.exec(path)
        if (match && wanted === method)
          return answer({ method, path, url, json: body }, match.slice(1))
      }
      return json({ status: 404, code: 'RESOURCE_NOT_FOUND', message: 'No such resource' }, 404)
    },
    published: () => [
      ...[...posts.values()].map(seen),
      ...[...comments.values()].filter(({ actor }) => actor === who.urn).map(seenComment),
    ],
    speak(text, about) {
      const object = about ? `urn:li:activity:${next()}` : ''
      const said = add({ actor: yanis, object, target: about ?? '', text, isMention: !about })
      return about ? said.urn : `urn:li:share:${said.id}`
    },
    like(remoteId) {
      const liked = posts.get(remoteId)
      if (liked) liked.likes++
    },
  }
}
