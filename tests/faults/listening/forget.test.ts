/**
 * A desk is killed (SIGKILL) at each write of forgetting a post that its author deleted and an author who deleted their
 * account, told at once; another goes on. Which writes there are is seen in a desk that nobody kills.
 */
import { describe, expect, onTestFinished, test } from 'vitest'
import { openFaultyListening } from './open-desk.ts'
import { reached, REACHED, type Slandered, slandered } from './slandered.ts'
import { goneOf } from './voices.ts'
import { type Write, writesOf } from './writes.ts'

const here = await openFaultyListening(0)
const { columnsWith } = here

/** The transactions that forget: posts and their copies, in whoever hears of it, in what is counted by the hour. */
const FORGETTING = [
  'delete on mentions',
  'update on events: mention.forgotten',
  'update on events: person.forgotten',
  'delete on topic_hours',
]

/** Among others; each of these must have something to forget. */
const COPIES = [
  'alerts.facts',
  'case_notes.text',
  'cases.person',
  'heard_items.text',
  'heard_terms.excerpt',
  'idempotency_keys.response',
  'mention_assignments.note',
  'mentions.text',
  'parked_posts.message',
  'topic_hours.words',
]
/** Where a desk answers the same request the same, for a day. */
const ANSWERS = 'idempotency_keys.response'
/** Whom a case is about, and the company's own words: there as long as that account is, though a post of it is not. */
const CASE = ['case_notes.text', 'cases.person', 'cases.title']
/** Hears, by the network's own number, who is forgotten; for a week. */
const EVENTS = 'events.payload'

async function writesOfForgetting(): Promise<Write[]> {
  const all = await slandered(here)
  const writes = await writesOf(here.desk.db, FORGETTING, () => goOn(all))
  await all.leave()
  return writes
}

/** The square tells the desk that survives what it told the one that died, where that did not get past it. */
async function goOn(all: Slandered): Promise<void> {
  here.square.tells({ gone: goneOf(all) })
  await here.survive()
  await reached(here, all.sourceId, REACHED + 1)
  await here.settle()
}

async function killedAt({ at, row }: Write, all: Slandered): Promise<void> {
  const gate = await here.gate(at, row)
  const victim = await here.victim('works', { reached: REACHED, gone: goneOf(all) })
  await victim.killAt(gate)
  await goOn(all)
}

describe('forgetting a post that was deleted, and an account', { timeout: 120_000 }, async () => {
  const writes = await writesOfForgetting()

  test('is written wherever they were copied', () => {
    expect(writes.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'delete on mentions',
        'delete on mention_hits',
        'delete on query_judgements',
        'delete on held_mentions',
        'delete on mention_folds',
        'delete on mention_assignments',
        'delete on heard_items',
        'delete on heard_terms',
        'delete on parked_posts',
        'insert on events: mention.forgotten',
        'insert on events: person.forgotten',
        'update on sources',
        'update on alerts',
        'delete on case_mentions',
        'update on events: mention.forgotten',
        'update on cases',
        'update on case_notes',
        'update on events: person.forgotten',
        'delete on topic_hours',
      ]),
    )
  })

  test.each(writes)('killed at $what: all of it goes, and nothing else does', async (write) => {
    const all = await slandered(here)
    onTestFinished(all.leave)
    const { yanis, lucie } = all
    const before = await all.neighbours()
    expect(await columnsWith([...lucie.words, ...lucie.names])).toEqual(
      expect.arrayContaining(COPIES),
    )
    expect(before.columns).toEqual(expect.arrayContaining(COPIES))
    await killedAt(write, all)

    expect(await all.neighbours()).toEqual(before)
    const told = await all.told('mention.forgotten')
    expect(told).toEqual([{ mentionIds: expect.toSatisfy(sameAs(all.gone)) }])
    const { remoteId } = lucie.author
    expect(await all.told('person.forgotten')).toEqual([{ connectorId: 'square', remoteId }])
    const facts = { first: null, amplifier: null }
    expect(await all.alertOf('threat')).toMatchObject({ count: before.told, facts })

    expect(await columnsWith([...lucie.words, ...lucie.names])).toEqual([ANSWERS])
    const hers = await all.leadOf(lucie)
    expect(hers).toMatchObject({ person: null, title: 'Rappeler …', mentions: 0 })
    expect(hers.thread).toMatchObject([{ text: '… : le soir' }])

    expect(await columnsWith(yanis.words)).toEqual([ANSWERS])
    const { name, handle } = yanis.author
    expect(await all.leadOf(yanis)).toMatchObject({ person: { name, handle }, mentions: 0 })

    await here.nextDay()
    expect(await columnsWith([...yanis.words, ...lucie.words, ...lucie.names])).toEqual([])
    expect(await columnsWith(yanis.names)).toEqual(CASE)
    expect(await columnsWith([remoteId])).toEqual([EVENTS])
  })
})

const sameAs = (wanted: readonly string[]) => (ids: string[]) =>
  ids.toSorted().join() === wanted.toSorted().join()
