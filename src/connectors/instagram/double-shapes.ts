import type { SeenPost } from '#connectors/_contract/suite/kit.ts'
import { graphError, json } from '#connectors/_meta/double.ts'

export const goodCode = 'code-of-camille'
const accountId = '17841400000000001'
export const us = { id: accountId, username: 'atelier.morel' }
export const yanis = { id: '17841400000000002', username: 'yanis_bois' }

export interface Container {
  id: string
  caption: string
  alts: string[]
  kind: string
  /** Looks at it until it is ready. */
  wait: number
  isVideo: boolean
  state: 'FINISHED' | 'PUBLISHED' | 'ERROR'
}

export interface Media {
  id: string
  caption: string
  alts: string[]
  at: Date
  likes: number
  /** As the container said; of a story, VIDEO or IMAGE is told of it. */
  kind: string
  isVideo: boolean
}

export interface Comment {
  id: string
  media: string
  under: string
  /** The comment it stands under; none for the first of an exchange. */
  top?: string
  text: string
  at: Date
  from: typeof us
}

export function token(params: URLSearchParams): Response {
  if (params.get('grant_type') === 'fb_exchange_token')
    return json({ access_token: 'long-token', token_type: 'bearer', expires_in: 5_183_944 })
  return params.get('code') === goodCode
    ? json({ access_token: 'short-token', token_type: 'bearer', expires_in: 5000 })
    : graphError(100, 'Invalid verification code format.', { type: 'OAuthException' })
}

export const profile = {
  ...us,
  name: 'Atelier Morel',
  profile_picture_url: 'https://scontent.example/morel.jpg',
  followers_count: 840,
  follows_count: 75,
}

export const accounts = [
  { id: '1001', access_token: 'token-of-the-page', instagram_business_account: profile },
  { id: '1002', access_token: 'token-of-the-school' },
]

export const gone = () =>
  graphError(100, 'Object with this ID does not exist, or cannot be loaded.', { subcode: 33 })

/** As the API writes a time: `2026-03-02T08:00:00+0000`. */
export const timeOf = (at: Date) => at.toISOString().replace(/\.\d+Z$/, '+0000')

export const tagView = ({ id, caption, at }: { id: string; caption: string; at: Date }) => ({
  id,
  caption,
  timestamp: timeOf(at),
  permalink: `https://www.instagram.com/p/${id}/`,
  username: yanis.username,
})

export const answer = ({ id, text, under }: Comment): SeenPost => ({
  remoteId: id,
  text,
  alts: [],
  replyTo: under,
})
