import type { Found } from '#connectors/_contract/connector.ts'
import { type FeedReader, readsFeeds } from '#connectors/_contract/feed-reader.ts'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { feedUnreadable, noFeedReader } from '../errors.ts'
import type { Article } from '../tables.ts'

/** What reads feeds on this desk. @throws Problem when there is none */
export function feedReader(desk: Desk): FeedReader {
  const found = [...desk.connectors.values()].find(readsFeeds)
  if (!found) throw new Problem(noFeedReader)
  return found
}

/** The articles of a feed as it is now. @throws Problem that says why it cannot be read */
export async function readOnce(desk: Desk, url: string): Promise<Found[]> {
  const answer = await feedReader(desk).listen.read(desk, null, { url }, null)
  if (answer.ok) return answer.value.items
  const { failure } = answer
  const detail =
    failure.kind === 'rejected'
      ? failure.reason
      : {
          en: `The feed does not answer (${failure.detail}).`,
          fr: `Le flux ne répond pas (${failure.detail}).`,
        }
  throw new Problem(feedUnreadable, {}, { fields: [{ pointer: '/url', detail }] })
}

export const articleOf = ({ title, text, url, author }: Found): Article => ({
  title: title ?? '',
  text,
  url,
  author: author?.name ?? '',
})
