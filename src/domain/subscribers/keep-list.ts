import { v7 as uuid } from 'uuid'
import {
  type Channel,
  connectorOf,
  findChannel,
  refuseOtherAccounts,
} from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { audit } from '#domain/governance/index.ts'
import { randomToken } from '#platform/crypto/tokens.ts'
import { type Executor, tablesOf } from '#platform/db/database.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'
import type { Actor } from '#platform/http/route.ts'
import { type Language, say } from '#platform/text.ts'
import { type AddressKind, addressesOf } from './addresses.ts'
import type { ListView } from './api.ts'
import { noList } from './errors.ts'
import { type Person, readList } from './read-list.ts'
import type { SubscribersTables } from './tables.ts'

const SHOWN = 20
const PER_QUESTION = 1000

/** The account, if it is this person's to write for and has a list. @throws Problem otherwise */
export async function channelWithList(desk: Desk, actor: Actor, id: string): Promise<Channel> {
  const channel = await findChannel(desk.db, actor.companyId, id)
  if (!channel || channel.state === 'disconnected') throw new Problem(notFound)
  await refuseOtherAccounts(desk.db, actor, [{ channelId: id, pointer: '/id' }])
  if (!connectorOf(desk, channel).letters) throw new Problem(noList)
  return channel
}

/** What an import would do; nothing is written. */
export async function previewImport(
  desk: Desk,
  actor: Actor,
  channelId: string,
  csv: string,
  language: Language,
): Promise<ListView> {
  const kind = kindOf(desk, await channelWithList(desk, actor, channelId))
  return present(await sortOut(desk.db, channelId, csv, kind), language)
}

const kindOf = (desk: Desk, channel: Channel) => addressesOf(connectorOf(desk, channel).letters)

interface Input {
  csv: string
  consent: { source: string; at: string }
}

/** Adds the people of a table who are not there yet. Whoever left stays away: only they can come back. */
export async function importList(
  desk: Desk,
  actor: Actor,
  channelId: string,
  { csv, consent }: Input,
  language: Language,
): Promise<ListView> {
  const channel = await channelWithList(desk, actor, channelId)
  const { companyId } = channel
  const kind = kindOf(desk, channel)
  const now = desk.clock.now()
  return tablesOf<SubscribersTables>(desk.db)
    .transaction()
    .execute(async (trx) => {
      const sorted = await sortOut(trx, channelId, csv, kind)
      for (let start = 0; start < sorted.fresh.length; start += PER_QUESTION) {
        const rows = sorted.fresh.slice(start, start + PER_QUESTION).map(({ address, name }) => ({
          id: uuid(),
          companyId,
          channelId,
          address,
          name,
          consentSource: consent.source,
          consentAt: new Date(consent.at),
          addedBy: actor.name,
          addedAt: now,
          endedAt: null,
          endedBy: null,
          token: randomToken(16),
        }))
        // Somebody may have added them a moment ago.
        await trx
          .insertInto('subscribers')
          .values(rows)
          .onConflict((c) => c.columns(['channelId', 'address']).doNothing())
          .execute()
      }
      await audit(trx, {
        companyId,
        at: now,
        actor: actor.id,
        action: 'subscribers.imported',
        subject: `channel:${channelId}`,
        detail: { added: sorted.fresh.length, source: consent.source, consentAt: consent.at },
      })
      return present(sorted, language)
    })
}

interface Sorted {
  fresh: Person[]
  alreadyThere: number
  leftBefore: number
  problems: ReturnType<typeof readList>['problems']
}

async function sortOut(
  db: Executor,
  channelId: string,
  csv: string,
  kind: AddressKind,
): Promise<Sorted> {
  const { people, problems } = readList(csv, kind)
  const known = new Map<string, string>()
  for (let start = 0; start < people.length; start += PER_QUESTION) {
    const addresses = people.slice(start, start + PER_QUESTION).map(({ address }) => address)
    const rows = await tablesOf<SubscribersTables>(db)
      .selectFrom('subscribers')
      .select(['address', 'state'])
      .where('channelId', '=', channelId)
      .where('address', 'in', addresses)
      .execute()
    for (const { address, state } of rows) known.set(address, state)
  }
  const states = [...known.values()]
  const alreadyThere = states.filter((state) => state === 'subscribed').length
  return {
    fresh: people.filter(({ address }) => !known.has(address)),
    alreadyThere,
    leftBefore: states.length - alreadyThere,
    problems,
  }
}

function present(
  { fresh, alreadyThere, leftBefore, problems }: Sorted,
  language: Language,
): ListView {
  return {
    added: fresh.length,
    alreadyThere,
    leftBefore,
    problems: problems
      .slice(0, SHOWN)
      .map(({ line, reason }) => ({ line, sentence: say(reason, language) })),
    problemsInAll: problems.length,
    sample: fresh.slice(0, SHOWN).map(({ address, name }) => ({ address, name })),
  }
}
