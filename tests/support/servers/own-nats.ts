import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { freePort } from './free-port.ts'
import { startProgram } from './start-program.ts'

/** A NATS server of one test, which stops and starts it; its disk stays. */
export interface OwnNats {
  url: string
  port: number
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * @param command what runs it: see the server `nats`
 * @param more lines of its configuration file, and of what it says of JetStream; null: without JetStream
 */
export async function ownNats(
  command: string[],
  more: { settings?: string; jetstream?: string | null } = {},
): Promise<OwnNats> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vigie-test-nats-'))
  const port = await freePort()
  const file = path.join(folder, 'nats.conf')
  const { settings = '', jetstream = '' } = more
  const store = `jetstream {\nstore_dir: "${path.join(folder, 'store')}"\n${jetstream}\n}`
  const lines = ['host: 127.0.0.1', `port: ${port}`, jetstream === null ? '' : store, settings]
  await writeFile(file, lines.join('\n'))
  const [program = '', ...first] = command
  let running: { stop(): Promise<void> } | undefined
  const own: OwnNats = {
    port,
    url: `nats://127.0.0.1:${port}`,
    async start() {
      // What a program's folder holds goes with it; the disk must stay.
      const run = await mkdtemp(path.join(tmpdir(), 'vigie-test-nats-run-'))
      running = await startProgram(
        {
          command: program,
          args: [...first, '-c', file],
          // As a machine ends it: nothing is tidied up.
          stopSignal: 'KILL',
          isReady: (it) => it.log().includes('Server is ready'),
        },
        run,
      )
    },
    async stop() {
      await running?.stop()
      running = undefined
    },
  }
  onTestFinished(async () => {
    await own.stop()
    await rm(folder, { recursive: true, force: true })
  })
  await own.start()
  return own
}
