import { jetstreamManager } from '@nats-io/jetstream'
import { connect } from '@nats-io/transport-node'
import { describe, expect, test, vi } from 'vitest'
import { ownNats } from '#support/servers/own-nats.ts'
import { useServer } from '#support/servers/use-server.ts'
import { said } from '../fixture.ts'
import { queuedDesk, queueOf, refusal, streamEnv } from './testing.ts'

const WAIT = { timeout: 30_000, interval: 50 }

describe('A server of NATS JetStream that is away, full or of no use', { timeout: 120_000 }, () => {
  const nats = useServer('nats')

  test('a server that goes and comes back finds everything where it was; meanwhile sources wait, and say so', async () => {
    const own = await ownNats(nats().command)
    const { press, square, collect, listen, queue, company, clock } = await queuedDesk(
      streamEnv(own.url),
    )
    const paper = await company('Atelier Morel')
    const live = await company('Morel, en direct')
    press.says.push(said('Morel un'))
    await paper.listenTo()
    await live.listenTo({ connectorId: 'square', live: true })
    await vi.waitFor(async () => {
      await collect()
      expect((await live.theSource()).live?.since).not.toBeNull()
    }, WAIT)
    square.tells({ items: [said('Morel entendu')] })
    await vi.waitFor(async () => expect((await queue.load()).waiting).toBe(2), WAIT)

    await own.stop()
    await vi.waitFor(() => expect(queue.trouble()).not.toBeNull(), WAIT)
    press.says.push(said('Morel deux'))
    square.tells({ items: [said('Morel entendu aussi')] })
    clock.advance(11 * 60_000)
    const asked = press.asked.length
    const wait = 'Waiting for the queue: NATS does not answer.'
    await vi.waitFor(async () => {
      await collect()
      for (const one of [paper, live]) {
        expect(await one.theSource()).toMatchObject({
          state: 'troubled',
          trouble: expect.stringContaining(wait),
        })
      }
    }, WAIT)
    // Whoever cannot hand anything over does not ask others for it.
    expect(press.asked).toHaveLength(asked)

    await own.start()
    await vi.waitFor(() => expect(queue.trouble()).toBeNull(), WAIT)
    await listen()
    clock.advance(11_000)
    await vi.waitFor(async () => {
      await collect()
      expect(await paper.texts()).toEqual(['Morel deux', 'Morel un'])
      expect(await live.texts()).toEqual(['Morel entendu', 'Morel entendu aussi'])
    }, WAIT)
    expect(await paper.theSource()).toMatchObject({ state: 'fine', trouble: null })
    expect(await live.theSource()).toMatchObject({ state: 'fine', trouble: null })
  })

  test('a server restarted while a listener is at work has it go on by itself', async () => {
    const own = await ownNats(nats().command)
    const { press, collect, listen, queue, company, clock } = await queuedDesk(streamEnv(own.url))
    const { listenTo, texts } = await company('Atelier Morel')
    await listen()
    press.says.push(said('Morel un'))
    await listenTo()
    await collect()
    await vi.waitFor(async () => expect(await texts()).toHaveLength(1), WAIT)
    await own.stop()
    await own.start()
    await vi.waitFor(() => expect(queue.trouble()).toBeNull(), WAIT)
    press.says.push(said('Morel deux'))
    clock.advance(11 * 60_000)
    await collect()
    await vi.waitFor(async () => expect(await texts()).toEqual(['Morel deux', 'Morel un']), WAIT)
  })

  test('a queue that is full takes nothing more, and sources wait until there is room', async () => {
    const env = { ...streamEnv(nats().url), VIGIE_NATS_MAX_MB: '1' }
    const { press, collect, listen, company, clock } = await queuedDesk(env)
    const { listenTo, theSource, texts } = await company('Atelier Morel')
    for (let n = 0; n < 30; n++) press.says.push(said(`Morel ${n} ${'mot '.repeat(12_000)}`))
    await listenTo()
    await collect()
    expect(await theSource()).toMatchObject({
      trouble: expect.stringContaining('Waiting for the queue: it is full.'),
      itemsRead: 0,
    })
    await listen()
    await vi.waitFor(
      async () => {
        clock.advance(11_000)
        await collect()
        expect(await theSource()).toMatchObject({ state: 'fine', itemsRead: 30 })
        expect(await texts()).toHaveLength(30)
      },
      { ...WAIT, timeout: 60_000 },
    )
  })

  describe('at its start, the desk says in words', () => {
    test('that it is not let in, without the password; and it is let in with the right one', async () => {
      const access = 'authorization { user: vigie, password: "s3 cret" }'
      const own = await ownNats(nats().command, { settings: access })
      const at = (password: string) => streamEnv(`nats://vigie:${password}@127.0.0.1:${own.port}`)
      const words = await refusal(at('wrong'))
      expect(words).toContain('VIGIE_NATS_URL')
      expect(words).not.toContain('wrong')
      const queue = await queueOf(at('s3%20cret'))
      expect(await queue.load()).toEqual({ waiting: 0, inHand: 0, bytes: 0 })
      await queue.close()
    })

    test('that the server keeps nothing', async () => {
      const own = await ownNats(nats().command, { jetstream: null })
      expect(await refusal(streamEnv(own.url))).toContain('JetStream must be enabled')
    })

    test('that the server takes too short messages', async () => {
      const own = await ownNats(nats().command, { settings: 'max_payload: 64KB' })
      expect(await refusal(streamEnv(own.url))).toContain('messages of 65536 bytes')
    })

    test('that a stream of that name is somebody else’s', async () => {
      const env = streamEnv(nats().url)
      const connection = await connect({ servers: nats().url.replace('nats://', '') })
      const manager = await jetstreamManager(connection)
      const name = env.VIGIE_NATS_STREAM
      await manager.streams.add({ name, subjects: [`${name}.orders`] })
      await connection.close()
      expect(await refusal(env)).toContain('is not Vigie’s')
    })

    test('that the server has no room', async () => {
      const own = await ownNats(nats().command, { jetstream: 'max_file_store: 10MB' })
      const words = await refusal({ ...streamEnv(own.url), VIGIE_NATS_MAX_MB: '20' })
      expect(words).toContain('no room for the 20 MB')
    })
  })

  test('a server that does not answer yet is waited for', async () => {
    const own = await ownNats(nats().command)
    await own.stop()
    const queue = await queueOf(streamEnv(own.url))
    expect(queue.trouble()?.en).toBe('NATS does not answer')
    await own.start()
    await vi.waitFor(() => expect(queue.trouble()).toBeNull(), WAIT)
    await queue.close()
  })
})
