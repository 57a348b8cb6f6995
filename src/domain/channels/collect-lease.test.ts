import { beforeEach, expect, test } from 'vitest'
import { openTestDesk } from '#support/desk.ts'
import { claimReading, keepChannel, nextReading, readSoon, scheduleReading } from './index.ts'
import { market } from './testing/market.ts'

const atelier = await openTestDesk({ connectors: [market().connector] })
const owner = await atelier.signUp()
const { db } = atelier.desk
const MINUTE = 60_000
const inAMinute = () => new Date(atelier.clock.now().getTime() + MINUTE)

beforeEach(async () => {
  atelier.clock.advance(10 * MINUTE)
  const who = { companyId: owner.headers['vigie-company'] ?? '', id: 'camille' }
  const account = { remoteId: 'lyon', handle: '@lyon', settings: {}, secrets: {} }
  await keepChannel(atelier.desk, who, 'market', { account, displayName: 'Lyon', profileUrl: '' })
})

/** The account is read; `meanwhile` happens before that is written down. */
async function read(meanwhile: (id: string) => Promise<void>, firm = false): Promise<Date | null> {
  const channel = await claimReading(db, 'inbox', atelier.clock.now())
  if (!channel) throw new Error('nothing was due')
  await meanwhile(channel.id)
  await scheduleReading(db, channel.id, 'inbox', inAMinute(), { firm })
  return nextReading(db, 'inbox')
}

test('an account that was read is read again at its usual time', async () => {
  expect(await read(async () => {})).toEqual(inAMinute())
})

test('what was told of while it was being read is read at once after it, not a minute later', async () => {
  const now = atelier.clock.now()
  expect(await read((id) => readSoon(db, id, ['inbox'], now))).toEqual(now)
})

test('where the network asks to wait, it waits, whatever was told', async () => {
  const now = atelier.clock.now()
  expect(await read((id) => readSoon(db, id, ['inbox'], now), true)).toEqual(inAMinute())
})

test('a reader that dies gives the account back with the end of its lease', async () => {
  await claimReading(db, 'inbox', atelier.clock.now())
  expect(await claimReading(db, 'inbox', atelier.clock.now())).toBeNull()
  atelier.clock.advance(2 * MINUTE)
  expect(await claimReading(db, 'inbox', atelier.clock.now())).not.toBeNull()
})
