import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { openDesk } from './desk.ts'
import { openDeskDatabase } from './open-database.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  await start(readConfig(process.env))
} catch (error) {
  say(error instanceof ConfigError ? error.message : `Vigie could not start: ${String(error)}`)
  process.exit(1)
}

/** Opens the desk, prints its address, and closes it well on Ctrl-C or SIGTERM. */
async function start(config: Config) {
  const log = createLog()
  const { database, stop } = await openDeskDatabase(config)
  const open = await openDesk({ config, database, clock: systemClock, log })
  const address = await open.server.listen({ port: config.port, host: config.host })
  open.startWork(config.roles)
  open.ready()
  const shown = address.replace('//127.0.0.1', '//localhost').replace('//[::1]', '//localhost')
  say(`Vigie is open: ${config.publicUrl ?? shown}`)

  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      say('Closing the desk…')
      void close().then(() => process.exit(0))
    })
  }

  async function close() {
    await open.close().catch((error: unknown) => log.error({ error }, 'closing'))
    await stop()
  }
}
