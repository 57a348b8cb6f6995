import { expect, test } from 'vitest'
import type { Connector, Page } from '../connector.ts'
import type { FailureKind, Outcome } from '../failure.ts'
import { type Desk, failure, openDesk, value } from './desk.ts'
import type { Fault } from './fault.ts'
import type { ContractKit } from './kit.ts'
import { when } from './when.ts'

interface Said {
  remoteId: string
  text: string
}

type Read = (desk: Desk, cursor: string | null) => Promise<Outcome<Page<Said>>>

const status = (code: number) => ({ answer: new Response('{}', { status: code }) })

const troubles: [string, () => Fault, FailureKind][] = [
  ['401', () => status(401), 'auth'],
  ['429', () => status(429), 'rate'],
  ['500', () => status(500), 'transient'],
  ['503', () => status(503), 'transient'],
  ['no connection', () => 'unsent', 'transient'],
  ['no answer', () => 'lost', 'transient'],
  ['words that make no sense', () => ({ answer: new Response('<html>') }), 'transient'],
]

/** Something that is read of a network. */
export interface Reading {
  /** What must be there first: the remote id that is read. */
  before?(desk: Desk): Promise<string>
  read(desk: Desk, remoteId: string): Promise<Outcome<unknown>>
}

/** Trouble while reading is never a doubt about something sent. */
export function troubleRules(
  connector: Connector,
  kit: ContractKit,
  what: string,
  { before, read }: Reading,
  except: string[] = [],
): void {
  const met = troubles.filter(([name]) => !except.includes(name))
  test.each(met)(`%s while reading ${what}`, async (_, fault, kind) => {
    const desk = await openDesk(connector, kit)
    const remoteId = (await before?.(desk)) ?? ''
    desk.faults.next(() => true, fault())
    expect(failure(await read(desk, remoteId)).kind).toBe(kind)
  })
}

/** A network may put names around what is said. */
const saying = (words: string): unknown => ({ text: expect.stringContaining(words) })
const numbered = /Menuiserie \d+$/

/** What is read since a cursor comes oldest first, never skips, and may be asked for again. */
export function sinceRules(
  connector: Connector,
  kit: ContractKit,
  what: string,
  read: Read,
  happen: (desk: Desk, words: string) => void,
): void {
  const idsOf = (page: Page<{ remoteId: string }>) => page.items.map(({ remoteId }) => remoteId)

  test(`${what}: oldest first, each once, nothing when there is nothing new`, async () => {
    const desk = await openDesk(connector, kit)
    const words = ['Un', 'Deux', 'Trois'].map((n) => `${n} bancs de menuiserie`)
    for (const said of words) {
      happen(desk, said)
      desk.clock.advance(1000)
    }
    const first = value(await read(desk, null))
    expect(first.items).toMatchObject(words.map(saying))
    const next = value(await read(desk, first.cursor ?? null))
    expect(idsOf(next)).toEqual([])
    happen(desk, 'Quatre bancs de menuiserie')
    const last = value(await read(desk, next.cursor ?? first.cursor ?? null))
    expect(last.items).toMatchObject([saying('Quatre bancs de menuiserie')])
  })

  test(`${what}: the same cursor gives the same again, after a crash for instance`, async () => {
    const desk = await openDesk(connector, kit)
    happen(desk, 'Avant, à la menuiserie')
    const { cursor = null } = value(await read(desk, null))
    desk.clock.advance(1000)
    happen(desk, 'Après, à la menuiserie')
    const once = value(await read(desk, cursor))
    const twice = value(await read(desk, cursor))
    expect(idsOf(once)).toHaveLength(1)
    expect(idsOf(twice)).toEqual(idsOf(once))
  })

  test(`${what}: two hundred and thirty at once are all read in the end, none twice`, async () => {
    const desk = await openDesk(connector, kit)
    happen(desk, 'La première menuiserie')
    let { cursor = null } = value(await read(desk, null))
    const words = Array.from({ length: 230 }, (_, n) => `Menuiserie ${n}`)
    for (const said of words) {
      desk.clock.advance(1000)
      happen(desk, said)
    }
    const seen: string[] = []
    for (let calls = 0; calls < 10; calls++) {
      const page: Page<Said> = value(await read(desk, cursor))
      seen.push(...page.items.map((item) => numbered.exec(item.text)?.[0] ?? ''))
      cursor = page.cursor ?? cursor
    }
    expect(seen.toSorted()).toEqual(words.toSorted())
  })

  when(!connector.site)(`${what}: a failed reading loses nothing`, async () => {
    const desk = await openDesk(connector, kit)
    happen(desk, 'La menuiserie')
    const { cursor = null } = value(await read(desk, null))
    desk.clock.advance(1000)
    happen(desk, 'La menuiserie encore')
    desk.faults.next(() => true, status(500))
    failure(await read(desk, cursor))
    expect(value(await read(desk, cursor)).items).toHaveLength(1)
  })
}
