import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { PostgresUnavailable } from '#platform/postgres/embedded.ts'
import { QueueRefused } from '#platform/queue/queue.ts'
import { preferredLanguage, say, type Text } from '#platform/text.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { openDesk } from './desk.ts'
import { openDeskDatabase } from './open-database.ts'

const language = preferredLanguage((process.env['LC_ALL'] ?? process.env['LANG'])?.slice(0, 2))
const tell = (text: Text, params?: Record<string, string | number>) =>
  process.stdout.write(`${say(text, language, params)}\n`)

const opened: Text = { en: 'Vigie is open: {address}', fr: 'Vigie est ouverte : {address}' }
const closingNow: Text = { en: 'Closing the desk…', fr: 'Fermeture du poste…' }
const portTaken: Text = {
  en: 'Port {port} is taken by another program (another Vigie?). Choose another one: PORT={next} npm start',
  fr: 'Le port {port} est déjà pris (une autre Vigie ?). Choisissez-en un autre : PORT={next} npm start',
}
const failed: Text = { en: 'Vigie could not start: {why}', fr: 'Vigie n’a pas pu démarrer : {why}' }

const log = createLog()
try {
  await start(readConfig(process.env))
} catch (error) {
  explain(error)
  process.exit(1)
}

/** Opens the desk, prints its address, and closes it well on Ctrl-C or SIGTERM. */
async function start(config: Config) {
  const { database, stop } = await openDeskDatabase(config)
  const open = await openDesk({ config, database, clock: systemClock, log })
  const address = await open.server.listen({ port: config.port, host: config.host })
  open.startWork(config.roles)
  open.ready()
  const shown = address.replace('//127.0.0.1', '//localhost').replace('//[::1]', '//localhost')
  tell(opened, { address: config.publicUrl ?? shown })

  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      tell(closingNow)
      void close().then(() => process.exit(0))
    })
  }

  async function close() {
    await open.close().catch((error: unknown) => log.error({ error }, 'closing'))
    await stop()
  }
}

function explain(error: unknown) {
  if (error instanceof ConfigError) return error.sentences.forEach((sentence) => tell(sentence))
  if (error instanceof PostgresUnavailable) return tell(error.text)
  if (error instanceof QueueRefused) return tell(failed, { why: say(error.text, language) })
  const { code, port } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE' && port) return tell(portTaken, { port, next: port + 1 })
  log.error({ error }, 'start')
  return tell(failed, { why: String(error) })
}
