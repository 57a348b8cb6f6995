import type { Desk } from '#domain/desk.ts'
import type { Company } from '#domain/governance/index.ts'
import { type HistoricMention, importHistory } from '#domain/listening/index.ts'
import { talkSoFar, viewOf } from '#sandbox/index.ts'
import { savedQueries } from './content/company.ts'
import type { ShopAccount } from './open-accounts.ts'
import { DAYS } from './plan-past.ts'

/** Gives the shop its saved queries and what they have found on the network, and goes on listening there. */
export async function importMentions(
  desk: Desk,
  company: Company,
  accounts: readonly ShopAccount[],
): Promise<void> {
  const now = desk.clock.now()
  const since = new Date(now.getTime() - DAYS * 86_400_000)
  const found = new Map<string, HistoricMention>()
  for (const { account, channel } of accounts) {
    for (const post of await talkSoFar(desk, account, since)) {
      const owner = post.accountId === account.id ? account : undefined
      if (post.accountId !== null && !owner) continue
      found.set(post.id, mentionOf(channel.connectorId, viewOf(desk, owner, post)))
    }
  }
  const { language } = company
  const queries = savedQueries.map(({ name, expression }) => ({
    name: name[language],
    expression: expression[language],
  }))
  const searches = accounts.map(({ channel: { id: channelId, connectorId, handle } }) => ({
    connectorId,
    channelId,
    name: `@${handle}`,
  }))
  await importHistory(desk.db, company.id, {
    queries,
    found: [...found.values()],
    searches,
    now,
    since,
  })
}

function mentionOf(connectorId: string, view: ReturnType<typeof viewOf>): HistoricMention {
  const { id, url, text, language, at, author } = view
  const { id: remoteId, handle, name, followers } = author
  return {
    connectorId,
    remoteId: id,
    url,
    text,
    ...(language ? { language } : {}),
    at: new Date(at),
    author: { remoteId, handle, name, ...(followers === undefined ? {} : { followers }) },
  }
}
