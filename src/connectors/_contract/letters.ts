import type {
  Letter,
  Mailing,
  Metrics,
  Outgoing,
  PostCounts,
  Publish,
  Published,
  Tools,
} from './connector.ts'
import { done, failed, type Outcome } from './failure.ts'

const noLedger = failed({ kind: 'transient', detail: 'this desk keeps no letters' })

const published = ({ id, url, at }: Mailing): Published => ({ remoteId: id, url, publishedAt: at })

/**
 * Writes a letter down for everybody on the list: from then on the desk sees to each of them, once.
 * @param id of the delivery
 */
export async function keepLetter(
  { mailings }: Tools,
  id: string,
  letter: Letter,
): Promise<Outcome<Published>> {
  if (!mailings) return noLedger
  const mailing = await mailings.open(id, letter)
  return mailing.ok ? done(published(mailing.value)) : mailing
}

/** What the desk shows of a message in its lists. */
const SHOWN = 80

/** The same for networks whose messages have no subject: the beginning of the words stands for it. */
export const keepMessage = (
  tools: Tools,
  { id, text, images, language }: Outgoing,
): Promise<Outcome<Published>> =>
  keepLetter(tools, id, {
    subject: [...text.replace(/\s+/g, ' ').trim()].slice(0, SHOWN).join(''),
    text: text.trim(),
    images,
    ...(language ? { language } : {}),
  })

/** Counted where the desk itself keeps what leaves: how many were taken, not how many were received or read. */
export const metricsOfLetters: Metrics = {
  async posts({ mailings }, _account, remoteIds) {
    if (remoteIds.length === 0) return done({})
    const counts = (await mailings?.counts(remoteIds)) ?? {}
    const posts: Record<string, PostCounts> = {}
    for (const [id, { sent }] of Object.entries(counts)) posts[id] = { reach: sent }
    return done(posts)
  },
  channel: async ({ mailings }) => done({ followers: (await mailings?.subscribers()) ?? 0 }),
}

/** Reading back and taking off, where the desk itself keeps what leaves: what has left cannot be called back. */
export const ofLetters: Pick<Publish, 'confirm' | 'remove'> = {
  async confirm({ mailings }, _account, { id }) {
    if (!mailings) return noLedger
    const mailing = await mailings.find(id)
    return done(mailing && published(mailing))
  },
  async remove({ mailings }, _account, { remoteId }) {
    await mailings?.stop(remoteId)
    return done(null)
  },
}
