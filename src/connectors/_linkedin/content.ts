import type { Account, Outgoing, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import { uploadImage, uploadVideo } from './media.ts'
import { pollContent } from './poll.ts'

type Content = Record<string, unknown> | null

/** What goes with the words: pictures, a video, a poll, or the card of a link, which LinkedIn does not make by itself. */
export async function contentOf(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Content>> {
  const { video, images, card, poll } = outgoing
  if (poll) return done(pollContent(outgoing) ?? null)
  if (video) {
    const sent = await uploadVideo(tools, account, video)
    // LinkedIn keeps alternative text for images alone.
    return sent.ok ? done({ media: { id: sent.value } }) : sent
  }
  if (images.length > 0) return pictures(tools, account, outgoing)
  return card ? article(tools, account, card) : done(null)
}

const altText = (alt: string) => (alt === '' ? {} : { altText: alt })

async function pictures(
  tools: Tools,
  account: Account,
  { images }: Outgoing,
): Promise<Outcome<Content>> {
  const sent: Record<string, unknown>[] = []
  for (const image of images) {
    const urn = await uploadImage(tools, account, image)
    if (!urn.ok) return urn
    sent.push({ id: urn.value, ...altText(image.alt) })
  }
  // One picture is `media`; `multiImage` wants two at least (multiimage-post-api, read 2026-11-25).
  return done(sent.length === 1 ? { media: sent[0] } : { multiImage: { images: sent } })
}

async function article(
  tools: Tools,
  account: Account,
  { url, title, description, image }: NonNullable<Outgoing['card']>,
): Promise<Outcome<Content>> {
  const words = { source: url, title: title.slice(0, 400), description: description.slice(0, 4000) }
  if (!image) return done({ article: words })
  const thumbnail = await uploadImage(tools, account, image)
  if (!thumbnail.ok) return thumbnail
  return done({ article: { ...words, thumbnail: thumbnail.value } })
}
