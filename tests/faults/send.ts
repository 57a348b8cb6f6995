/**
 * A worker that does nothing but send: the desk's own ledger, database, vault and way out, with hurried timings.
 * It says `ready` and works until it is killed.
 */
import path from 'node:path'
import { deliveryWork } from '#domain/publishing/deliveries/jobs.ts'
import type { Desk } from '#domain/desk.ts'
import { readConfig } from '#main/config.ts'
import { systemClock as clock } from '#platform/clock.ts'
import { createSecrets } from '#platform/crypto/secrets.ts'
import { openDatabase, openPool } from '#platform/db/database.ts'
import { openListener } from '#platform/db/listener.ts'
import { createDial, createLookups } from '#platform/fetch/dial.ts'
import { createMayReach } from '#platform/fetch/may-reach.ts'
import { createFetch } from '#platform/fetch/fetch.ts'
import { createLive } from '#platform/fetch/live.ts'
import { createSockets } from '#platform/fetch/sockets.ts'
import { openFiles } from '#platform/files/files.ts'
import { startLoop, WAKE_CHANNEL } from '#platform/jobs/due-work.ts'
import { createLog } from '#platform/log.ts'
import { createCouriers } from '#platform/mail/courier.ts'
import { createMailboxes } from '#platform/mail/mailbox.ts'
import { openMail } from '#platform/mail/mail.ts'
import { hurried, networksOf } from './trial-networks.ts'

const config = readConfig(process.env)
const url = config.databaseUrl ?? ''
const log = createLog({ level: 'error' })
const desk: Desk = {
  // Few: the dead leave theirs behind for a moment, and the server counts them all.
  db: openDatabase(openPool(url, 5)),
  clock,
  log,
  files: openFiles(path.join(config.dataDir, 'media')),
  videoMaxBytes: config.videoMaxBytes,
  secrets: createSecrets(config.secretKeys),
  mail: openMail(undefined, config.mailFrom, log),
  sessionSecret: '',
  addressSecret: '',
  verifySecrets: [],
  signingSecrets: [],
  fetch: createFetch({ aliases: new Map([['sandbox.vigie.internal', config.sandboxUrl ?? '']]) }),
  mayReach: createMayReach(),
  socket: createSockets(),
  live: createLive(),
  courier: createCouriers(createDial()),
  mailbox: createMailboxes(createLookups()),
  connectors: networksOf(process.env['VIGIE_TRIAL_NETWORKS']),
  hear: () => () => {},
  queue: undefined,
  publicUrl: undefined,
  localUrl: 'http://127.0.0.1',
}
const listener = await openListener(url, [WAKE_CHANNEL], log)
for (const work of deliveryWork(desk, hurried)) startLoop(work, { clock, log, listener })
process.stdout.write('ready\n')
