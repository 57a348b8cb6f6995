import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { tablesOf } from '#platform/db/database.ts'
import { type Language, say, type Text } from '#platform/text.ts'
import type { CheckView } from '../posts/check-shapes.ts'
import type { PublishingTables } from '../tables.ts'
import { rulesOf } from '../waiting/rules.ts'
import { type About, type Earlier, earlierLike } from './earlier-posts.ts'

type Channel = CheckView['channels'][number]

/** What a check says of posts that said nearly the same: the sentence, and the posts to show beside it. */
export async function tellEarlier(
  desk: Desk,
  companyId: string,
  copies: readonly { channelId: string; text: string }[],
  postId: string | undefined,
  language: Language,
): Promise<Map<string, Pick<Channel, 'advice' | 'similar'>>> {
  const { duplicateDays: days } = await rulesOf(desk.db, companyId)
  const { timeZone } = await companyOf(desk.db, companyId)
  const origin = postId ? await originOf(desk, companyId, postId) : null
  const now = desk.clock.now()
  const told = new Map<string, Pick<Channel, 'advice' | 'similar'>>()
  for (const { channelId, text } of copies) {
    const about: About = { companyId, channelId, text, origin, now, days }
    const found = await earlierLike(desk.db, postId ? { ...about, postId } : about)
    const first = found[0]
    if (!first) continue
    const date = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      day: 'numeric',
      month: 'long',
      timeZone,
    }).format(first.at)
    const sentence = say(isPlanned(first) ? planned : left, language, { date })
    told.set(channelId, { advice: [{ field: 'text', sentence }], similar: found.map(viewOf) })
  }
  return told
}

async function originOf(desk: Desk, companyId: string, postId: string) {
  const row = await tablesOf<PublishingTables>(desk.db)
    .selectFrom('posts')
    .select('origin')
    .where('companyId', '=', companyId)
    .where('id', '=', postId)
    .executeTakeFirst()
  return row?.origin ?? null
}

const isPlanned = ({ delivery: { state } }: Pick<Earlier, 'delivery'>) =>
  state === 'planned' || state === 'handed'

const viewOf = ({ delivery, text, at, likeness }: Earlier) => ({
  deliveryId: delivery.id,
  postId: delivery.postId,
  text,
  at: at.toISOString(),
  isPlanned: isPlanned({ delivery }),
  url: delivery.remoteUrl,
  likeness: Math.round(likeness * 100) / 100,
})

const left: Text = {
  en: 'Nearly the same text left by this account on {date}.',
  fr: 'Un texte presque identique est parti par ce compte le {date}.',
}
const planned: Text = {
  en: 'Nearly the same text is planned by this account on {date}.',
  fr: 'Un texte presque identique est prévu sur ce compte le {date}.',
}
