/** How a desk is let in by a real NATS server: encrypted, and with a credentials file. */
import { describe, expect, test, vi } from 'vitest'
import { ownCertificate, ownPasses } from '#support/servers/nats-access.ts'
import { ownNats } from '#support/servers/own-nats.ts'
import { useServer } from '#support/servers/use-server.ts'
import { said } from '../fixture.ts'
import { queuedDesk, queueOf, refusal, streamEnv } from './testing.ts'

const WAIT = { timeout: 30_000, interval: 50 }
const EMPTY = { waiting: 0, inHand: 0, bytes: 0 }

describe('A NATS server that asks for more', { timeout: 120_000 }, () => {
  const nats = useServer('nats')

  async function letIn(env: Record<string, string>): Promise<void> {
    const queue = await queueOf(env)
    expect(await queue.load()).toEqual(EMPTY)
    await queue.close()
  }

  test('encrypted, by an authority that is trusted: what is heard goes through, before and after it restarts', async () => {
    const certificate = ownCertificate('IP:127.0.0.1')
    const own = await ownNats(nats().command, certificate)
    certificate.trust()
    const { press, collect, listen, queue, company, clock } = await queuedDesk(
      streamEnv(own.url.replace('nats:', 'tls:')),
    )
    const { listenTo, texts } = await company('Atelier Morel')
    await listen()
    press.says.push(said('Morel un'))
    await listenTo()
    await collect()
    await vi.waitFor(async () => expect(await texts()).toEqual(['Morel un']), WAIT)
    await own.stop()
    await own.start()
    await vi.waitFor(() => expect(queue.trouble()).toBeNull(), WAIT)
    press.says.push(said('Morel deux'))
    clock.advance(11 * 60_000)
    await collect()
    await vi.waitFor(async () => expect(await texts()).toEqual(['Morel deux', 'Morel un']), WAIT)
  })

  test('encrypted, by an authority that is not: the desk says so at its start, and is not let down to plain words', async () => {
    const own = await ownNats(nats().command, ownCertificate('IP:127.0.0.1'))
    for (const url of [own.url, own.url.replace('nats:', 'tls:')]) {
      const words = await refusal(streamEnv(url))
      expect(words).toContain('does not trust (DEPTH_ZERO_SELF_SIGNED_CERT)')
      expect(words).toContain('NODE_EXTRA_CA_CERTS')
    }
  })

  test('encrypted, under another name: the desk says so at its start', async () => {
    const certificate = ownCertificate('DNS:queue.example')
    const own = await ownNats(nats().command, certificate)
    certificate.trust()
    const words = await refusal(streamEnv(own.url.replace('nats:', 'tls:')))
    expect(words).toContain('does not trust (ERR_TLS_CERT_ALTNAME_INVALID)')
  })

  test('not encrypted, where tls:// asks for it: the desk says so at its start', async () => {
    const own = await ownNats(nats().command)
    const words = await refusal(streamEnv(own.url.replace('nats:', 'tls:')))
    expect(words).toContain('does not encrypt')
  })

  test('with a credentials file that its operator knows, it lets in; with another, the desk says so at its start', async () => {
    const passes = ownPasses()
    const own = await ownNats(nats().command, passes)
    const words = await refusal({ ...streamEnv(own.url), VIGIE_NATS_CREDS: passes.foreign })
    expect(words).toContain('VIGIE_NATS_CREDS')
    await letIn({ ...streamEnv(own.url), VIGIE_NATS_CREDS: passes.good })
  })

  test('with both at once', async () => {
    const [passes, certificate] = [ownPasses(), ownCertificate('IP:127.0.0.1')]
    const settings = `${passes.settings}\n${certificate.settings}`
    const own = await ownNats(nats().command, { settings })
    certificate.trust()
    const url = own.url.replace('nats:', 'tls:')
    await letIn({ ...streamEnv(url), VIGIE_NATS_CREDS: passes.good })
  })
})
