import { expect, test } from 'vitest'
import type { Connector, LetterFor } from '../connector.ts'
import type { FailureKind, Outcome } from '../failure.ts'
import { type Desk, failure, openDesk, value } from './desk.ts'
import type { Fault } from './faults.ts'
import type { ContractKit } from './kit.ts'

const status = (code: number) => ({ answer: new Response('', { status: code }) })

const troubles: [string, () => Fault, FailureKind][] = [
  ['a refusal of the person', () => status(403), 'rejected'],
  ['too many', () => status(429), 'rate'],
  ['a server in trouble', () => status(500), 'transient'],
  ['a connection that is gone', () => 'unsent', 'transient'],
  ['no answer to a letter that left', () => 'lost', 'unknown-outcome'],
  ['a timeout after it was taken', () => 'timeout-after', 'unknown-outcome'],
]

/** One letter for one person: whatever happens, its failure has its right name. */
export function lettersRules(connector: Connector, kit: ContractKit): void {
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
    value(await letters.send(letterTo('yanis@example.org')))
    value(await letters.send(letterTo('sofia@example.org')))
    letters.close()
    const asked = desk.faults.asked.slice(opened).map(({ method }) => method)
    expect(asked).toEqual(['LOGIN', 'SEND', 'SEND'])
  })

  test('a login that is refused is an access that ended; a server that is away is not', async () => {
    const desk = await openDesk(connector, kit)
    const open = () => connector.letters?.open(desk.tools, desk.account) ?? Promise.resolve(never)
    desk.faults.next(() => true, status(401))
    expect(failure(await open()).kind).toBe('auth')
    desk.faults.next(() => true, 'unsent')
    expect(failure(await open()).kind).toBe('transient')
  })

  test.each(troubles)(
    '%s is named as it should; the next letter leaves',
    async (_, fault, kind) => {
      const desk = await openDesk(connector, kit)
      const letters = await box(desk)
      desk.faults.next(({ method }) => method === 'SEND', fault())
      const failed = failure(await letters.send(letterTo('yanis@example.org')))
      expect(failed.kind).toBe(kind)
      value(await letters.send(letterTo('sofia@example.org')))
    },
  )
}

const never: Outcome<never> = { ok: false, failure: { kind: 'transient', detail: 'no letters' } }
