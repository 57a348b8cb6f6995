import type { Connector, Found } from '#connectors/_contract/connector.ts'
import type { Desk } from '#domain/desk.ts'
import { Problem } from '#platform/http/problem.ts'
import { feedUnreadable, noFeedReader } from '../errors.ts'
import type { Article } from '../tables.ts'

type Reader = Connector & { listen: NonNullable<Connector['listen']> }

/** What reads feeds on this desk: the connector that listens and needs neither account nor keys. @throws Problem when there is none */
export function feedReader(desk: Desk): Reader {
  const found = [...desk.connectors.values()].find(
    (connector): connector is Reader =>
      connector.listen !== undefined &&
      connector.manifest.connect.method === 'none' &&
      !connector.manifest.connect.app,
  )
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
