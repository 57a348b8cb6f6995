import { expect, test } from 'vitest'
import type { Connector, LetterFor } from '../connector.ts'
import type { FailureKind, Outcome } from '../failure.ts'
import { type Desk, failure, openDesk, value } from './desk.ts'
import type { Fault } from './fault.ts'
import type { ContractKit } from './kit.ts'

const status = (code: number) => ({ answer: new Response('', { status: code }) })

const troubles: [string, () => Fault, FailureKind][] = [
  ['a refusal of the person', () => status(403), 'rejected'],
  ['too many', () => status(429), 'rate'],
  ['a connection that is gone', () => 'unsent', 'transient'],
  ['no answer to a letter that left', () => 'lost', 'unknown-outcome'],
  ['a timeout after it was taken', () => 'timeout-after', 'unknown-outcome'],
]

/** One letter for one person: whatever happens, its failure has its right name. */
export function lettersRules(connector: Connector, kit: ContractKit): void {
  const [yanis, sofia] = kit.letters?.people ?? ['yanis@example.org', 'sofia@example.org']
  const sends = kit.letters?.sends ?? (({ method }) => method === 'SEND')
  // A mail server says that it took nothing; a server of the web may have sent before it failed.
  const inTrouble = kit.letters ? 'unknown-outcome' : 'transient'
  const letterTo = (address: string): LetterFor => ({
    to: { name: 'Yanis', address },
    subject: 'Un banc neuf',
    text: 'Le banc est là.',
    images: [],
    messageId: 'aaaa',
    at: new Date('2026-03-02T09:00:00+01:00'),
    unsubscribe: 'https://vigie.example/u/token',
  })

  async function box(desk: Desk) {
    const opened = await connector.letters?.open(desk.tools, desk.account)
    return value(opened ?? never)
  }

  test('several leave by one conversation', async () => {
    const desk = await openDesk(connector, kit)
    const opened = desk.faults.asked.length
    const letters = await box(desk)
    value(await letters.send(letterTo(yanis)))
    value(await letters.send(letterTo(sofia)))
    letters.close()
    const asked = desk.faults.asked.slice(opened).map(sends)
    // Opened once, whatever that takes, then each by one request.
    expect(asked.filter(Boolean)).toHaveLength(2)
    expect(asked.slice(-2)).toEqual([true, true])
  })

  test('a login that is refused is an access that ended; a server that is away is not', async () => {
    const desk = await openDesk(connector, kit)
    const open = () => connector.letters?.open(desk.tools, desk.account) ?? Promise.resolve(never)
    desk.faults.next(() => true, status(401))
    expect(failure(await open()).kind).toBe('auth')
    desk.faults.next(() => true, 'unsent')
    expect(failure(await open()).kind).toBe('transient')
  })

  test.each([
    ...troubles,
    ['a server in trouble', () => status(500), inTrouble] satisfies (typeof troubles)[number],
  ])('%s is named as it should; the next letter leaves', async (_, fault, kind) => {
    const desk = await openDesk(connector, kit)
    const letters = await box(desk)
    desk.faults.next(sends, fault())
    const failed = failure(await letters.send(letterTo(yanis)))
    expect(failed.kind).toBe(kind)
    value(await letters.send(letterTo(sofia)))
  })
}

const never: Outcome<never> = { ok: false, failure: { kind: 'transient', detail: 'no letters' } }
