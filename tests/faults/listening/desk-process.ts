/**
 * Entry of a desk that is killed: on the database of the environment, at an address that it prints, doing all the work of a desk.
 * Its newspaper says so many times that Morel is spoken of, and its public square what is gone.
 */
import { readConfig } from '#main/config.ts'
import { openDesk } from '#main/desk.ts'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { newspaper } from './newspaper.ts'
import type { HeardGone } from './open-desk.ts'
import { publicSquare, tellGone } from './public-square.ts'

const config = readConfig(process.env)
const press = newspaper(Number(process.env['NEWSPAPER_SAYS']))
const square = publicSquare()
const hears = process.env['HEARS']
if (hears) {
  const { reached, gone } = JSON.parse(hears) as HeardGone
  tellGone(square, reached, gone)
}
const open = await openDesk({
  config,
  database: config.databaseUrl ?? '',
  clock: systemClock,
  log: createLog({ level: 'error' }),
  migrated: true,
  connectors: new Map([press, square].map(({ connector }) => [connector.manifest.id, connector])),
})
const address = await open.server.listen({ port: 0, host: '127.0.0.1' })
if (process.env['WORKS'] === 'yes') open.startWork(['worker', 'listener'])
process.stdout.write(`${address}\n`)
