import { z } from 'zod'

const urn = (kind: string) => z.string().regex(new RegExp(`^urn:li:${kind}:[\\w-]+$`))
/** Whoever publishes. */
const organization = urn('(?:organization|person)')
const picture = z.strictObject({ id: urn('image'), altText: z.string().max(4086).optional() })

/** posts-api, multiimage-post-api, poll-post-api (learn.microsoft.com, li-lms-2026-01, read 2026-11-25). */
const content = z.union([
  z.strictObject({ media: picture }),
  z.strictObject({ media: z.strictObject({ id: urn('video') }) }),
  z.strictObject({ multiImage: z.strictObject({ images: z.array(picture).min(2).max(20) }) }),
  z.strictObject({
    article: z.strictObject({
      source: z.url(),
      title: z.string().max(400),
      description: z.string().max(4086),
      thumbnail: urn('image').optional(),
    }),
  }),
  z.strictObject({
    poll: z.strictObject({
      question: z.string().min(1).max(140),
      options: z
        .array(z.strictObject({ text: z.string().max(30) }))
        .min(2)
        .max(4),
      settings: z.strictObject({
        duration: z.enum(['ONE_DAY', 'THREE_DAYS', 'SEVEN_DAYS', 'FOURTEEN_DAYS']),
      }),
    }),
  }),
])

const newPost = z.strictObject({
  author: organization,
  commentary: z.string(),
  visibility: z.enum(['PUBLIC', 'CONNECTIONS', 'LOGGED_IN']),
  distribution: z.strictObject({
    feedDistribution: z.enum(['MAIN_FEED', 'NONE']),
    targetEntities: z.array(z.unknown()),
    thirdPartyDistributionChannels: z.array(z.unknown()),
  }),
  content: content.optional(),
  lifecycleState: z.literal('PUBLISHED'),
  isReshareDisabledByAuthor: z.boolean(),
})

const newComment = z.strictObject({
  actor: organization,
  object: z.string().regex(/^urn:li:(?:activity|share|ugcPost):\d+$/),
  message: z.strictObject({ text: z.string().min(1) }),
  parentComment: z
    .string()
    .regex(/^urn:li:comment:\(urn:li:activity:\d+,\d+\)$/)
    .optional(),
})

const begin = (more: object) =>
  z.strictObject({ initializeUploadRequest: z.strictObject({ owner: organization, ...more }) })

const escapedUrn = 'urn%3Ali%3A[A-Za-z]+%3A[\\w-]+'
const target =
  'urn%3Ali%3A(?:share|ugcPost|activity)%3A\\d+|urn%3Ali%3Acomment%3A%28urn%3Ali%3Aactivity%3A\\d+%2C\\d+%29'

/** What each of the pages named in the manifest says may be asked: method, path, query, body. */
const documented: [method: string, path: string, query: string, body: z.ZodType | undefined][] = [
  [
    'GET',
    'organizationAcls',
    'q=roleAssignee&role=ADMINISTRATOR&state=APPROVED&start=0&count=100',
    undefined,
  ],
  ['GET', 'organizations', 'q=vanityName&vanityName=[\\w-]+', undefined],
  ['GET', 'organizations/\\d+', '', undefined],
  ['GET', `networkSizes/${escapedUrn}`, 'edgeType=COMPANY_FOLLOWED_BY_MEMBER', undefined],
  ['POST', 'images', 'action=initializeUpload', begin({})],
  [
    'POST',
    'videos',
    'action=initializeUpload',
    begin({ fileSizeBytes: z.int(), uploadCaptions: z.boolean(), uploadThumbnail: z.boolean() }),
  ],
  [
    'POST',
    'videos',
    'action=finalizeUpload',
    z.strictObject({
      finalizeUploadRequest: z.strictObject({
        video: urn('video'),
        uploadToken: z.string(),
        uploadedPartIds: z.array(z.string().min(1)).min(1),
      }),
    }),
  ],
  ['GET', `videos/${escapedUrn}`, '', undefined],
  ['POST', 'posts', '', newPost],
  ['GET', 'posts', `q=author&author=${escapedUrn}&start=\\d+&count=\\d+&sortBy=CREATED`, undefined],
  ['GET', `posts/${escapedUrn}`, 'viewContext=AUTHOR', undefined],
  ['DELETE', `posts/${escapedUrn}`, '', undefined],
  ['POST', `socialActions/(?:${target})/comments`, '', newComment],
  ['GET', `socialActions/(?:${target})/comments`, 'start=\\d+&count=\\d+', undefined],
  ['DELETE', `socialActions/(?:${target})/comments/\\d+`, `actor=${escapedUrn}`, undefined],
  [
    'GET',
    'organizationalEntityNotifications',
    `q=criteria&actions=List\\(COMMENT,SHARE_MENTION\\)&organizationalEntity=${escapedUrn}&timeRange=\\(start:\\d+,end:\\d+\\)&start=\\d+&count=\\d+`,
    undefined,
  ],
  [
    'GET',
    'organizationalEntityShareStatistics',
    `q=organizationalEntity&organizationalEntity=${escapedUrn}(?:&(?:shares|ugcPosts)=List\\(${escapedUrn}(?:,${escapedUrn})*\\)){1,2}`,
    undefined,
  ],
]

/** What LinkedIn's pages do not say of a request, one line each. LinkedIn has no description that a machine reads. */
export function problemsOf(method: string, path: string, query: string, body: unknown): string[] {
  const fits = documented.find(
    ([wanted, where, asked]) =>
      wanted === method &&
      new RegExp(`^/rest/(?:${where})$`).test(path) &&
      new RegExp(`^(?:${asked})$`).test(query),
  )
  if (!fits) return [`${method} ${path}?${query}: not documented`]
  if (!fits[3]) return body === undefined ? [] : [`${method} ${path}: takes no body`]
  const parsed = fits[3].safeParse(body)
  return parsed.success
    ? []
    : parsed.error.issues.map(({ message }) => `${method} ${path}: ${message}`)
}
