import { setTimeout as sleep } from 'node:timers/promises'
import type { PublishingTables } from '#domain/publishing/tables.ts'
import { deliveryWork } from '#domain/publishing/deliveries/jobs.ts'
import { EVENTS_WORK } from '#platform/events/outbox.ts'
import { hurried } from '../../tests/faults/trial-networks.ts'
import type { Ground } from '../../tests/faults/ground/network.ts'
import { ledgerOf, type Stage } from './stage.ts'

/** What a person was asked, and answered by looking at the account. */
export interface Answers {
  /** "Did this leave?", by account. */
  didItLeave: string[]
  /** Accounts to be connected again, each as often as it was. */
  connectAgain: string[]
}

/**
 * Does what the desk asks of a person until nothing is left to ask: connects accounts again and retries what waited
 * for that; where nobody could know, looks at the network and says so. Faults go on meanwhile.
 */
export async function answerEverything(
  stage: Stage,
  ground: Ground,
  answers: Answers,
): Promise<Answers> {
  const hands = deliveryWork(stage.open.desk, hurried)
  for (let round = 0; round < 400; round++) {
    const open = await ledgerOf<PublishingTables>(stage)
      .selectFrom('deliveries')
      .select(['id', 'state', 'channelId', 'content', 'failure'])
      .where('state', '!=', 'published')
      .orderBy('part')
      .execute()
    if (open.length === 0) return answers
    const accounts = await connectAgain(stage, ground, answers)
    for (const { id, state, channelId, content, failure } of open) {
      const account = accounts.get(channelId) ?? '?'
      if (state === 'failed' && failure?.kind === 'access')
        await stage.camille.post(`/deliveries/${id}/retry`)
      if (state !== 'unknown') continue
      answers.didItLeave.push(account)
      const there = ground.posts.find((p) => p.account === account && p.text === content.text)
      if (there) {
        const url = `https://ground.example/${there.id}`
        await stage.camille.post(`/deliveries/${id}/mark-published`, { url })
      } else await stage.camille.post(`/deliveries/${id}/retry`)
    }
    await Promise.all(hands.map((hand) => hand.runDue()))
    for (let n = 0; n < 20; n++) await Promise.all(hands.map((hand) => hand.runDue()))
    await sleep(200)
  }
  return answers
}

/**
 * Connects again the accounts that lost their access, and lets the desk find out by itself what it did not know of
 * them: what was in doubt when an access ended can be read back once it returns.
 */
export async function accessReturns(stage: Stage, ground: Ground, answers: Answers): Promise<void> {
  const { desk, jobs } = stage.open
  const hands = [...jobs.filter(({ name }) => name === EVENTS_WORK), ...deliveryWork(desk, hurried)]
  // What leaves meanwhile may meet the end of an access again.
  for (let lost = Infinity; lost > 0;) {
    const before = answers.connectAgain.length
    await connectAgain(stage, ground, answers)
    lost = answers.connectAgain.length - before
    for (let quiet = 0; quiet < 20;) {
      const done = await Promise.all(hands.map((hand) => hand.runDue()))
      const isAtIt = done.some((n) => n > 0) || (await isReadingBack(stage))
      quiet = isAtIt ? 0 : quiet + 1
      await sleep(50)
    }
  }
}

async function isReadingBack(stage: Stage): Promise<boolean> {
  const row = await ledgerOf<PublishingTables>(stage)
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'sending')
    .executeTakeFirst()
  return row !== undefined
}

/** @returns handles by id */
async function connectAgain(
  { camille, connect }: Stage,
  ground: Ground,
  answers: Answers,
): Promise<Map<string, string>> {
  const { body } = await camille.get<{ id: string; handle: string; state: string }[]>('/channels')
  for (const { handle, state } of body) {
    if (state !== 'broken') continue
    answers.connectAgain.push(handle)
    ground.pardon(handle)
    await connect(handle)
  }
  return new Map(body.map(({ id, handle }) => [id, handle]))
}
