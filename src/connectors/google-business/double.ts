import type { FetchInit } from '#connectors/_contract/connector.ts'
import type { NetworkDouble, SeenPost } from '#connectors/_contract/suite/kit.ts'
import { googleLogin } from '#connectors/_google/double.ts'
import type { Clock } from '#platform/clock.ts'

type Body = Record<string, unknown>

interface Review {
  name: string
  reviewId: string
  reviewer: { displayName: string; profilePhotoUrl: string }
  starRating: string
  comment: string
  createTime: string
  updateTime: string
  reviewReply?: { comment: string; updateTime: string }
}

interface Place {
  title: string
  locality: string
  /** As long as Google has not verified it. */
  unverified?: boolean
}

const through = 'accounts/1102'
const oneTown: Place[] = [{ title: 'Atelier Morel', locality: 'Lyon' }]

/** @param places that the person manages; one unless a test is about them */
export const googleBusinessDouble =
  (places: Place[] = oneTown) =>
  (clock: Clock): NetworkDouble & { state?: string } =>
    doubleWith(clock, places)

/**
 * Google Business Profile in memory. Accounts and locations have the shape of the Discovery documents of
 * mybusinessaccountmanagement v1 and mybusinessbusinessinformation v1; posts and reviews that of
 * developers.google.com/my-business/reference/rest/v4/accounts.locations.localPosts and accounts.locations.reviews, read
 * 2026-11-25; refusals that of cloud.google.com/apis/design/errors.
 */
function doubleWith(clock: Clock, places: Place[]): NetworkDouble & { state?: string } {
  const login = googleLogin()
  const locations = places.map(({ title, locality, unverified = false }, n) => ({
    name: `locations/77${n}`,
    title,
    storefrontAddress: { regionCode: 'FR', locality, addressLines: [`${n + 1} rue du Bois`] },
    metadata: {
      mapsUri: `https://maps.google.com/maps?cid=9${n}`,
      hasVoiceOfMerchant: !unverified,
    },
  }))
  const posts = new Map<string, Body>()
  const reviews = new Map<string, Review>()
  let made = 0
  const now = () => clock.now().toISOString()

  function create(parent: string, body: Body): Response {
    const name = `${parent}/localPosts/${5000 + ++made}`
    const post = { ...body, name, createTime: now(), updateTime: now(), state: double.state }
    const searchUrl = `https://local.google.com/place?id=90&use=posts&lpsid=CIHM${made}`
    posts.set(name, { ...post, ...(double.state === 'LIVE' ? { searchUrl } : {}) })
    return json(posts.get(name))
  }

  function answerReview(name: string, { comment }: Body): Response {
    const review = reviews.get(name)
    if (!review) return notFound()
    review.reviewReply = { comment: String(comment), updateTime: now() }
    return json(review.reviewReply)
  }

  function remove(name: string): Response {
    const review = reviews.get(name.replace(/\/reply$/, ''))
    if (review?.reviewReply && name.endsWith('/reply')) delete review.reviewReply
    else if (!posts.delete(name)) return notFound()
    return json({})
  }

  function list(field: string, newestFirst: unknown[], url: URL): Response {
    const start = Number(url.searchParams.get('pageToken') ?? 0)
    const end = start + Number(url.searchParams.get('pageSize') ?? 20)
    const nextPageToken = end < newestFirst.length ? String(end) : undefined
    return json({ [field]: newestFirst.slice(start, end), nextPageToken })
  }

  function latestReviews(): Review[] {
    const byTime = (a: Review, b: Review) => b.updateTime.localeCompare(a.updateTime)
    return [...reviews.values()].toReversed().toSorted(byTime)
  }

  function answer(method: string, name: string, url: URL, body: Body): Response {
    switch (`${method} ${name.replaceAll(/\/[\w-]*\d[\w-]*(?=\/|$)/g, '/:id')}`) {
      case 'GET accounts':
        return json({ accounts: [{ name: through, accountName: 'Morel', type: 'PERSONAL' }] })
      case 'GET accounts/:id/locations':
        return list('locations', locations, url)
      case 'GET locations/:id':
        return json(locations.find((one) => one.name === name) ?? locations[0])
      case 'POST accounts/:id/locations/:id/localPosts':
        return create(name.replace(/\/localPosts$/, ''), body)
      case 'GET accounts/:id/locations/:id/localPosts':
        return list('localPosts', [...posts.values()].toReversed(), url)
      case 'GET accounts/:id/locations/:id/reviews':
        return list('reviews', latestReviews(), url)
      case 'GET accounts/:id/locations/:id/reviews/:id':
        return reviews.has(name) ? json(reviews.get(name)) : notFound()
      case 'PUT accounts/:id/locations/:id/reviews/:id/reply':
        return answerReview(name.replace(/\/reply$/, ''), body)
      case 'DELETE accounts/:id/locations/:id/reviews/:id/reply':
      case 'DELETE accounts/:id/locations/:id/localPosts/:id':
        return remove(name)
      default:
        return notFound()
    }
  }

  const double: NetworkDouble & { state: string } = {
    state: 'LIVE',
    fetch: async (address, init: FetchInit = {}) => {
      const url = new URL(address)
      const entered = login.answer(url, init)
      if (entered) return entered
      const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Body) : {}
      const name = url.pathname.replace(/^\/v\d\//, '')
      const said = answer(init.method ?? 'GET', name, url, body)
      said.headers.set('date', clock.now().toUTCString())
      return said
    },
    published: () => [
      ...[...posts.values()].map(seenPost),
      ...[...reviews.values()].flatMap(seenReply),
    ],
    speak(text) {
      const name = `${through}/locations/770/reviews/AbF${++made}`
      const reviewer = { displayName: 'Camille R.', profilePhotoUrl: 'https://lh3.example/a' }
      const written = { createTime: now(), updateTime: now() }
      const said = { starRating: 'FOUR', comment: text, reviewer }
      reviews.set(name, { name, reviewId: `AbF${made}`, ...said, ...written })
      return name
    },
  }
  return double
}

function seenPost({ name, summary = '', media = [] }: Body): SeenPost {
  const alts = (media as unknown[]).map(() => '')
  return { remoteId: String(name), text: String(summary), alts }
}

function seenReply({ name, reviewReply }: Review): SeenPost[] {
  if (!reviewReply) return []
  return [{ remoteId: `${name}/reply`, text: reviewReply.comment, alts: [], replyTo: name }]
}

const notFound = () =>
  json(
    { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } },
    404,
  )

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}
