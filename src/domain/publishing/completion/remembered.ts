import type { Author } from '#connectors/_contract/connector.ts'
import type { Clock } from '#platform/clock.ts'

const FRESH_MS = 60_000
const MOST_ANSWERS = 500
/** Fast enough for one who writes, slow enough for the network: per account and process. */
const AT_MOST = { asked: 20, withinMs: 60_000 }

const answers = new Map<string, { at: number; people: Promise<Author[]> }>()
const turns = new Map<string, number[]>()

/**
 * The same question within a minute is answered from memory; more than 20 new ones a minute by one account find
 * nobody. Only a convenience of this process: nothing else relies on it.
 */
export function remembered(
  clock: Clock,
  question: string,
  account: string,
  ask: () => Promise<Author[]>,
): Promise<Author[]> {
  const now = clock.now().getTime()
  const known = answers.get(question)
  if (known && now - known.at < FRESH_MS) return known.people
  const recent = (turns.get(account) ?? []).filter((at) => now - at < AT_MOST.withinMs)
  if (recent.length >= AT_MOST.asked) return Promise.resolve([])
  turns.set(account, [...recent, now])
  const people = ask()
  answers.delete(question)
  answers.set(question, { at: now, people })
  const oldest = answers.keys().next()
  if (answers.size > MOST_ANSWERS && !oldest.done) answers.delete(oldest.value)
  return people
}
