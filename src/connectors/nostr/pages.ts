import type { Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import type { BackPage } from '#connectors/_contract/walk-back.ts'
import { type Event, secondsOf } from './event.ts'
import type { Filter, Relay } from './relay.ts'

const perPage = 100

/** How far in the future a clock may be: what claims to be later is not read, or nothing would be newer any more. */
const aheadSeconds = 900

/** One page of what a filter finds, newest first. */
export async function pageOf(
  tools: Pick<Tools, 'clock'>,
  relay: Relay,
  filter: Filter,
  older: string | undefined,
): Promise<Outcome<BackPage<Event>>> {
  const until = older === undefined ? secondsOf(tools.clock.now()) + aheadSeconds : Number(older)
  const answer = await relay.query({ ...filter, until, limit: perPage })
  if (!answer.ok) return answer
  const items = answer.value.filter(({ created_at }) => created_at <= until)
  const oldest = items.at(-1)?.created_at
  if (oldest === undefined) return done({ items })
  // A second may be cut between two pages: it is asked for again, unless the page held nothing else.
  return done({ items, older: String(oldest === until ? oldest - 1 : oldest) })
}

/** All that a filter finds, each once, at most so many pages back. */
export async function allOf(
  tools: Pick<Tools, 'clock'>,
  relay: Relay,
  filter: Filter,
  maxPages: number,
): Promise<Outcome<Event[]>> {
  const found = new Map<string, Event>()
  let older: string | undefined
  for (let pages = 0; pages < maxPages; pages++) {
    const page = await pageOf(tools, relay, filter, older)
    if (!page.ok) return page
    for (const event of page.value.items) found.set(event.id, event)
    older = page.value.older
    if (older === undefined) break
  }
  return done([...found.values()])
}
