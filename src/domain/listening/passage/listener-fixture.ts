/**
 * Entry of a listener process for tests that kill it: a desk of its own on the database and the queue of the environment, which
 * collects nothing and keeps what waits.
 */
import { loadConnectors } from '#connectors/_contract/registry.ts'
import { readConfig } from '#main/config.ts'
import { openDesk } from '#main/desk.ts'
import { systemClock } from '#platform/clock.ts'
import { createLog } from '#platform/log.ts'
import { openQueue } from '#platform/queue/open-queue.ts'
import { pretend } from '../fixture.ts'

const config = readConfig(process.env)
const log = createLog({ level: 'error' })
const handMs = Number(process.env['HAND_MS'])
const queue = config.queue && (await openQueue({ ...config.queue, handMs }, log))
if (!queue) throw new Error('VIGIE_NATS_URL is missing')
const press = pretend('press', 'La Presse', 'feed').connector
const { jobs } = await openDesk({
  config,
  database: config.databaseUrl ?? '',
  clock: systemClock,
  log,
  migrated: true,
  connectors: new Map([...(await loadConnectors()), [press.manifest.id, press]]),
  queue,
})
await jobs.find(({ name }) => name === 'listening-queue')?.runDue()
process.stdout.write('ready\n')
