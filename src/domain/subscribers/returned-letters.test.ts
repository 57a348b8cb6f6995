import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Returned } from '#connectors/_contract/connector.ts'
import { findChannel } from '#domain/channels/index.ts'
import { mailingsOf } from './index.ts'
import { add, camille, channelId, desk, first, server, write } from './testing.ts'

describe('a letter that comes back', () => {
  const DAY = 24 * 3_600_000
  const subscriber = async () =>
    (await camille.get(`/channels/${channelId}/subscribers`)).body.items[0]

  const tokenOf = (content: string) =>
    /\/u\/([\w-]+)>/.exec(content.replaceAll(/\r?\n\s+/g, ' '))?.[1] ?? ''
  const idOf = (content: string) => /^Message-ID: <(\w+)@/m.exec(content)?.[1] ?? ''

  /** What the mailbox says of the last letter that left. */
  async function comesBack(kind: Returned['kind'], more: Partial<Returned> = {}) {
    const { content = '' } = server.taken.at(-1) ?? {}
    const { rows } = await sql<{ companyId: string }>`
      select company_id from channels where id = ${channelId}`.execute(desk.desk.db)
    const channel = await findChannel(desk.desk.db, rows[0]?.companyId ?? '', channelId)
    const mailings = channel && mailingsOf(desk.desk, channel)
    await mailings?.returned([
      {
        key: randomUUID(),
        kind,
        token: tokenOf(content),
        messageId: idOf(content),
        said: '550 5.1.1 no such user',
        at: desk.clock.now(),
        ...more,
      },
    ])
  }

  beforeEach(async () => {
    await add('yanis@example.org')
    await write(first)
    await desk.settle()
  })

  test('for good takes the address off, with the words of its server', async () => {
    await comesBack('gone')
    expect(await subscriber()).toMatchObject({
      state: 'suspended',
      endedBy: '550 5.1.1 no such user',
    })
  })

  test('as a complaint unsubscribes at once, even whoever was out of reach; nothing brings them back', async () => {
    await comesBack('gone')
    await comesBack('complaint')
    expect(await subscriber()).toMatchObject({ state: 'left', endedBy: 'complaint' })
    await comesBack('gone')
    expect((await subscriber()).state).toBe('left')
  })

  test('with a wish for no more unsubscribes', async () => {
    await comesBack('leaves')
    expect(await subscriber()).toMatchObject({ state: 'left', endedBy: 'themselves' })
  })

  test('that is nobody’s letter changes nothing', async () => {
    await comesBack('gone', { token: 'of-nobody-at-all-here' })
    expect((await subscriber()).state).toBe('subscribed')
  })

  test(
    'for a while counts each letter once: three in a row, over days, and it is enough',
    { timeout: 60_000 },
    async () => {
      const said = '452 4.2.2 mailbox full'
      for (const key of ['same', 'same', 'again'])
        await comesBack('later', { key: key + first, said })
      for (const day of [2, 3]) {
        expect((await subscriber()).state, `before day ${day}`).toBe('subscribed')
        desk.clock.advance(2 * DAY)
        await write(randomUUID())
        await desk.settle()
        await comesBack('later', { said })
      }
      expect(await subscriber()).toMatchObject({ state: 'suspended', endedBy: `3 × ${said}` })
    },
  )

  test('for a while, then arrives, begins to be counted anew', { timeout: 60_000 }, async () => {
    await comesBack('later')
    for (const comes of [false, true]) {
      desk.clock.advance(2 * DAY)
      await write(randomUUID())
      await desk.settle()
      if (comes) await comesBack('later')
    }
    expect((await subscriber()).state).toBe('subscribed')
  })
})
