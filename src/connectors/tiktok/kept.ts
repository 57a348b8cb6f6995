import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { type Status, statusOf } from './status.ts'

const keptSchema = z.union([
  z.object({
    publishId: z.string(),
    /** Of a video: where its bytes go, what was announced, and until when. */
    upload: z.object({ url: z.url(), of: z.string(), until: z.number() }).optional(),
  }),
  /** Photos were asked for, and the number was not heard. */
  z.object({ asked: z.literal(true) }),
])

export type Kept = z.infer<typeof keptSchema>

/** What an earlier attempt at a delivery left on TikTok. */
export type Left =
  | { is: 'nothing' }
  /** Asked for, and nobody knows whether it was heard. */
  | { is: 'asked' }
  /** An upload that has not got all its bytes: nobody sees anything. */
  | { is: 'open'; publishId: string; url: string; from: number; of: string; until: number }
  /** TikTok has all it needs. */
  | { is: 'given'; publishId: string; status: Status }
  /** TikTok refused it, or knows nothing of it. */
  | { is: 'refused' }

/** Looks at what an earlier attempt wrote down, and asks TikTok how far it is with it. */
export async function leftBy(
  tools: Tools,
  account: Account,
  { kept, video }: Outgoing,
): Promise<Outcome<Left>> {
  const known = keptSchema.safeParse(kept).data
  if (!known) return done({ is: 'nothing' })
  if ('asked' in known) return done({ is: 'asked' })
  const { publishId, upload } = known
  const told = await statusOf(tools, account, publishId)
  if (!told.ok) {
    const isUnknown = /invalid_publish_id|token_not_authorized_for/.test(told.failure.detail)
    return isUnknown ? done({ is: 'refused' }) : told
  }
  const status = told.value
  if (status.status === 'FAILED') return done({ is: 'refused' })
  const isOpen =
    upload !== undefined &&
    status.status === 'PROCESSING_UPLOAD' &&
    status.uploaded_bytes < (video?.file.size ?? 0)
  if (!isOpen) return done({ is: 'given', publishId, status })
  const { url, of, until } = upload
  return done({ is: 'open', publishId, url, from: status.uploaded_bytes, of, until })
}

/** Tells whether an upload still holds what is to leave: words may have been corrected since. */
export const imprintOf = (announced: object): string =>
  createHash('sha256').update(JSON.stringify(announced)).digest('base64url')
