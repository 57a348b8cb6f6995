import type { Desk } from '#domain/desk.ts'
import type { Executor } from '#platform/db/database.ts'
import type { Content } from '../model.ts'
import type { AccountCopy } from '../posts/copies.ts'
import { firstLink } from './first-link.ts'
import { knownCard, linkCard } from './link-cards.ts'

/**
 * Looks at the pages whose cards must be sent along, before anything is planned: never inside a transaction, for
 * pages take their time. A page that says nothing keeps no post from leaving.
 */
export async function lookAtLinks(desk: Desk, companyId: string, copies: readonly AccountCopy[]) {
  const urls = new Set(copies.flatMap((copy) => linkOfCard(copy) ?? []))
  await Promise.all(
    [...urls].map((url) =>
      linkCard(desk, companyId, url).catch((error: unknown) =>
        desk.log.warn({ error }, 'the page behind a link could not be kept'),
      ),
    ),
  )
}

/**
 * The card that leaves with a copy, frozen with it so that every attempt says the same; undefined when the network
 * makes its own, a picture takes its place, or the page said nothing.
 * @param text as it leaves: people who press the card follow the same link as in the text
 */
export async function cardToSend(
  db: Executor,
  companyId: string,
  copy: AccountCopy,
  text: string,
): Promise<Content['card']> {
  const url = linkOfCard(copy)
  const card = url === null ? undefined : (await knownCard(db, companyId, url))?.card
  if (!url || !card) return undefined
  const { title, description, picture } = card
  return {
    url: firstLink(text, copy.connector.text) ?? url,
    title: title || new URL(url).host,
    description,
    ...(picture ? { picture } : {}),
  }
}

function linkOfCard({ connector, images, videos, written }: AccountCopy): string | null {
  const isOurs = connector.manifest.linkCard === 'sent-along'
  const isBare = images.length + videos.length === 0
  return isOurs && isBare ? firstLink(written, connector.text) : null
}
