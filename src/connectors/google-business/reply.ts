import { z } from 'zod'
import type { Account, Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected } from '#connectors/_contract/refusals.ts'
import { callGoogle } from '#connectors/_google/call.ts'
import { bare } from '#connectors/_google/words.ts'
import { settingsOf } from './account.ts'
import { network, posts, service } from './api.ts'

/** `ReviewReply`, API v4. */
const replySchema = z.object({
  comment: z.string().default(''),
  updateTime: z.string().optional(),
})

const answeredSchema = z.object({ reviewReply: replySchema.optional() })

/** In bytes (accounts.locations.reviews, `ReviewReply.comment`, read 2026-11-25). */
const maxBytes = 4096

/**
 * Answers a review. It has one answer: another is not put over what somebody wrote there, and the same twice is the
 * same answer.
 */
export async function reply(
  tools: Tools,
  account: Account,
  { text, images, video }: Outgoing,
  review: string,
): Promise<Outcome<Published>> {
  if (images.length > 0 || video) return rejected(video ? 'video' : 'images', wordsOnly)
  if (text.trim() === '') return rejected('text', emptyPost(network))
  if (Buffer.byteLength(text) > maxBytes) return rejected('text', tooLong)
  const known = await answerTo(tools, account, review)
  if (!known.ok) return known
  if (known.value && bare(known.value.comment) !== bare(text)) {
    return rejected('text', answeredAlready)
  }
  const url = `${posts}/${review}/reply`
  const request = { url, method: 'PUT' as const, json: { comment: text }, publishes: true }
  const made = await callGoogle(tools, account, service, request, replySchema)
  return made.ok ? done(published(tools, account, review, made.value)) : made
}

/** Did this answer arrive? */
export async function findReply(
  tools: Tools,
  account: Account,
  { text }: Outgoing,
  review: string,
): Promise<Outcome<Published | null>> {
  const known = await answerTo(tools, account, review)
  if (!known.ok) return known
  const isThere = known.value && bare(known.value.comment) === bare(text)
  return done(isThere ? published(tools, account, review, known.value ?? undefined) : null)
}

type Reply = z.infer<typeof replySchema>

async function answerTo(
  tools: Tools,
  account: Account,
  review: string,
): Promise<Outcome<Reply | null>> {
  const call = { url: `${posts}/${review}` }
  const answer = await callGoogle(tools, account, service, call, answeredSchema)
  return answer.ok ? done(answer.value.reviewReply ?? null) : answer
}

function published(tools: Tools, account: Account, review: string, made?: Reply): Published {
  const at = Date.parse(made?.updateTime ?? '')
  return {
    remoteId: `${review}/reply`,
    url: settingsOf(account).page,
    publishedAt: Number.isNaN(at) ? tools.clock.now() : new Date(at),
  }
}

const wordsOnly = {
  en: 'The answer to a review on Google has words only: take the image or the video out.',
  fr: 'La réponse à un avis sur Google n’a que des mots : retirez l’image ou la vidéo.',
}

const tooLong = {
  en: 'The answer is longer than the 4,096 bytes that Google accepts: shorten it.',
  fr: 'La réponse dépasse les 4 096 octets que Google accepte : raccourcissez-la.',
}

const answeredAlready = {
  en: 'This review has an answer already, and Google keeps one: delete it on Google before you send another.',
  fr: 'Cet avis a déjà une réponse, et Google n’en garde qu’une : supprimez-la sur Google avant d’en envoyer une autre.',
}
