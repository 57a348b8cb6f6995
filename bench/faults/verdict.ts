import type { PublishingTables } from '#domain/publishing/tables.ts'
import type { Ground } from '../../tests/faults/ground/network.ts'
import { everyAccount } from './climate.ts'
import { ledgerOf, type Stage } from './stage.ts'

/** What the network has of each message, against what should be there: once each. */
export function judgedByNetwork(
  { posts }: Ground,
  chains: string[][],
): {
  twice: number
  missing: number
  astray: number
} {
  const times = new Map<string, number>()
  const byId = new Map(posts.map((post) => [post.id, post]))
  for (const { account, text } of posts) {
    const key = `${account}: ${text}`
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  const all = everyAccount.flatMap((account) => chains.flat().map((text) => `${account}: ${text}`))
  // A part must hang under the very part before it.
  const before = new Map(chains.flatMap((chain) => chain.map((text, n) => [text, chain[n - 1]])))
  const astray = posts.filter(
    ({ text, replyTo }) => (replyTo ? byId.get(replyTo)?.text : undefined) !== before.get(text),
  )
  return {
    twice: [...times.values()].filter((n) => n > 1).length,
    missing: all.filter((key) => !times.has(key)).length,
    astray: astray.length,
  }
}

export interface Told {
  states: Record<string, number>
  /** Milliseconds from the hour of each delivery to the moment its outcome was known. */
  settled: number[]
  requests: number
  interrupted: number
  foundByReadingBack: number
  renewals: number
}

/** What the ledger says before a person has answered anything. */
export async function toldByLedger(stage: Stage): Promise<Told> {
  const rows = await ledgerOf<PublishingTables>(stage)
    .selectFrom('deliveries')
    .select(['state', 'dueAt', 'plannedAt', 'updatedAt', 'part'])
    .execute()
  const states: Record<string, number> = {}
  for (const { state } of rows) states[state] = (states[state] ?? 0) + 1
  const attempts = await ledgerOf<PublishingTables>(stage)
    .selectFrom('attempts')
    .select(['outcome', 'detail'])
    .execute()
  return {
    states,
    settled: rows
      .filter(({ state }) => state === 'published')
      .map(({ plannedAt, updatedAt }) => updatedAt.getTime() - plannedAt.getTime())
      .toSorted((a, b) => a - b),
    requests: attempts.length,
    interrupted: attempts.filter(({ detail }) => detail.said === 'interrupted').length,
    foundByReadingBack: attempts.filter(({ outcome }) => outcome === 'confirmed').length,
    renewals: attempts.filter(({ detail }) => detail.renewed).length,
  }
}
