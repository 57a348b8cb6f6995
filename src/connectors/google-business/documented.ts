import { z } from 'zod'

const date = z.strictObject({ year: z.int(), month: z.int().max(12), day: z.int().max(31) })
const time = z.strictObject({ hours: z.int().max(23), minutes: z.int().max(59) })
const address = z.url({ protocol: /^https?$/ })

/** `LocalPost`, without what Google alone writes (accounts.locations.localPosts, v4, read 2026-11-25). */
const newPost = z.strictObject({
  languageCode: z.string().optional(),
  summary: z.string().min(1).max(1500).optional(),
  topicType: z.enum(['STANDARD', 'EVENT', 'OFFER', 'ALERT']),
  event: z
    .strictObject({
      title: z.string().min(1),
      schedule: z.strictObject({
        startDate: date,
        startTime: time.optional(),
        endDate: date,
        endTime: time.optional(),
      }),
    })
    .optional(),
  offer: z
    .strictObject({
      couponCode: z.string().optional(),
      redeemOnlineUrl: address.optional(),
      termsConditions: z.string().optional(),
    })
    .optional(),
  callToAction: z
    .union([
      z.strictObject({
        actionType: z.enum(['BOOK', 'ORDER', 'SHOP', 'LEARN_MORE', 'SIGN_UP']),
        url: address,
      }),
      z.strictObject({ actionType: z.literal('CALL') }),
    ])
    .optional(),
  media: z
    .array(z.strictObject({ mediaFormat: z.literal('PHOTO'), sourceUrl: address }))
    .max(1)
    .optional(),
})

/** `ReviewReply` (accounts.locations.reviews, v4, read 2026-11-25). */
const newReply = z.strictObject({ comment: z.string().min(1) })

const place = 'accounts/\\d+/locations/\\d+'
const page = 'pageSize=\\d+(?:&pageToken=[\\w-]+)?'

const documented: [method: string, path: string, query: string, body?: z.ZodType][] = [
  ['POST', `${place}/localPosts`, '', newPost],
  ['GET', `${place}/localPosts`, page],
  ['DELETE', `${place}/localPosts/\\d+`, ''],
  ['GET', `${place}/reviews`, 'pageSize=50&orderBy=updateTime\\+desc(?:&pageToken=[\\w-]+)?'],
  ['GET', `${place}/reviews/[\\w-]+`, ''],
  ['PUT', `${place}/reviews/[\\w-]+/reply`, '', newReply],
  ['DELETE', `${place}/reviews/[\\w-]+/reply`, ''],
]

/** What the pages of version 4 do not say of a request, one line each. */
export function problemsOf(method: string, url: URL, body: unknown): string[] {
  const fits = documented.find(
    ([wanted, path, query]) =>
      wanted === method &&
      new RegExp(`^/v4/${path}$`).test(url.pathname) &&
      new RegExp(`^(?:\\?${query})?$`).test(url.search),
  )
  if (!fits) return [`${method} ${url.pathname}${url.search}: not documented`]
  if (!fits[3]) return body === undefined ? [] : [`${method} ${url.pathname}: takes no body`]
  const parsed = fits[3].safeParse(body)
  const issues = parsed.success ? [] : parsed.error.issues
  return issues.map(
    ({ path, message }) => `${method} ${url.pathname}: ${path.join('/')} ${message}`,
  )
}
