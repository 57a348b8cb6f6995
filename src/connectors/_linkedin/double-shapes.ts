import type { SeenPost } from '#connectors/_contract/suite/kit.ts'
import { fromLittle } from './little.ts'

export const us = { id: 5_515_715, localizedName: 'Atelier Morel', vanityName: 'atelier-morel' }
export const usUrn = `urn:li:organization:${us.id}`

export type Body = Record<string, unknown>

export interface Media {
  id: string
  alt: string
}

export interface Post {
  urn: string
  commentary: string
  content: Record<string, unknown>
  media: Media[]
  at: number
  likes: number
}

export interface Comment {
  id: string
  urn: string
  actor: string
  object: string
  /** What it was said about: a post, or a comment. */
  target: string
  text: string
  at: number
  /** Set when it names us in a post of somebody's. */
  isMention: boolean
}

export const view = ({ urn, commentary, content, at }: Post) => ({
  id: urn,
  author: usUrn,
  commentary,
  content: withVotes(content),
  createdAt: at,
  publishedAt: at,
  lifecycleState: 'PUBLISHED',
  visibility: 'PUBLIC',
})

function withVotes(content: Body): Body {
  const { poll } = content as { poll?: { options: { text: string }[] } }
  if (!poll) return content
  const options = poll.options.map((option, n) => ({ ...option, voteCount: n + 1 }))
  return { poll: { ...poll, options, uniqueVotersCount: 3 } }
}

export const viewComment = ({ id, urn, actor, object, text, at }: Comment) => ({
  id,
  actor,
  object,
  commentUrn: urn,
  message: { attributes: [], text },
  created: { actor, time: at },
})

export function notice({ id, urn, actor, object, target, text, at, isMention }: Comment) {
  const said = { owner: actor, text, mediaCategory: 'NONE' }
  return {
    notificationId: Number(BigInt(id) % 1_000_000_000n),
    organizationalEntity: usUrn,
    action: isMention ? 'SHARE_MENTION' : 'COMMENT',
    lastModifiedAt: at,
    ...(isMention ? {} : { sourcePost: object, decoratedSourcePost: { entity: target } }),
    generatedActivity: isMention ? `urn:li:share:${id}` : urn,
    decoratedGeneratedActivity: isMention
      ? { share: { ...said, entity: `urn:li:share:${id}` } }
      : { comment: { ...said, entity: urn, object } },
  }
}

export function seen({ urn, commentary, media, content }: Post): SeenPost {
  const { poll } = content as { poll?: { question: string } }
  const words = [fromLittle(commentary), poll?.question].filter(Boolean).join('\n')
  return { remoteId: urn, text: words, alts: media.map(({ alt }) => alt) }
}

export const seenComment = ({ urn, text, target }: Comment): SeenPost => ({
  remoteId: urn,
  text,
  alts: [],
  replyTo: target,
})

export function page<T>(all: T[], url: URL): T[] {
  const start = Number(url.searchParams.get('start') ?? 0)
  return all.slice(start, start + Number(url.searchParams.get('count') ?? 10))
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  })
}
