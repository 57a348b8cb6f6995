import type { Desk } from '#domain/desk.ts'
import { tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import { type Route, route } from '#platform/http/route.ts'
import type { Language } from '#platform/text.ts'
import { servePicture } from '../media/serve-picture.ts'
import type { PublishingTables } from '../tables.ts'
import { adviceOn } from './advice.ts'
import { type CardView, cardPictureParams, cardQuery, cardView } from './api.ts'
import type { LinkCard } from './card.ts'
import { CARD_RECIPE } from './card-picture.ts'
import { linkCard } from './link-cards.ts'

const tag = 'posts'

/** The cards of links, as networks will make them. */
export function routes(desk: Desk): Route[] {
  return [
    route({
      method: 'GET',
      path: '/link-cards',
      access: 'posts:write',
      summary:
        'What networks will find behind a link, and what to mend there; looked at once an hour',
      tag,
      query: cardQuery,
      response: cardView,
      async handler({ actor, query: { url }, language }) {
        return present(await linkCard(desk, actor.companyId, new URL(url).href), language)
      },
    }),
    route({
      method: 'GET',
      path: '/link-cards/pictures/:sha256',
      access: 'posts:read',
      summary: 'The picture of a card',
      tag,
      params: cardPictureParams,
      async handler(call) {
        const { sha256 } = call.params
        const row = await tablesOf<PublishingTables>(desk.db)
          .selectFrom('renditions')
          .select('type')
          .where('companyId', '=', call.actor.companyId)
          .where('sourceSha256', '=', sha256)
          .where('recipe', '=', CARD_RECIPE)
          .executeTakeFirst()
        if (!row) throw new Problem(notFound)
        const read = () => desk.files.read(sha256)
        await servePicture(call, { type: row.type, fileName: 'card.jpg', etag: sha256, read })
      },
    }),
  ]
}

function present(found: LinkCard, language: Language): CardView {
  const { url, card } = found
  return {
    url,
    host: new URL(url).host,
    card: card && {
      title: card.title,
      description: card.description,
      siteName: card.siteName,
      picture: card.picture && {
        url: `/api/v1/link-cards/pictures/${card.picture.sha256}`,
        width: card.picture.width,
        height: card.picture.height,
      },
    },
    advice: adviceOn(found).map((text) => text[language]),
  }
}
