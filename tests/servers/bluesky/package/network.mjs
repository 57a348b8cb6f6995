// A whole Bluesky network in one process: identity directory, PDS, and the AppView that follows
// the PDS and answers counts, threads, notifications and searches. Settings come as JSON in the
// first argument; prints "READY" once all answer. `POST /catch-up` on the control port returns
// when the AppView has seen everything written so far.
import { createServer } from 'node:http'

import { mockNetworkUtilities, TestBsky, TestBsync, TestPds, TestPlc } from '@atproto/dev-env'

const { ports, postgresUrl } = JSON.parse(process.argv[2])
const localhost = (port) => `http://localhost:${port}`
const apiKey = 'a-key-for-tests-only'

const plc = await TestPlc.create({ port: ports.plc })
const bsync = await TestBsync.create({
  port: ports.bsync,
  apiKeys: [apiKey],
  dbUrl: postgresUrl,
  dbSchema: 'bsync',
})
const appview = await TestBsky.create({
  port: ports.appview,
  publicUrl: localhost(ports.appview),
  plcUrl: plc.url,
  pdsPort: ports.pds,
  repoProvider: `ws://localhost:${ports.pds}`,
  bsyncApiKey: apiKey,
  bsyncUrl: bsync.url,
  dbPostgresUrl: postgresUrl,
  dbPostgresSchema: 'appview',
})
bsync.ctx.dataplaneClients = [appview.ctx.dataplane]
const pds = await TestPds.create({
  port: ports.pds,
  hostname: 'localhost',
  didPlcUrl: plc.url,
  bskyAppViewUrl: appview.url,
  bskyAppViewDid: appview.ctx.cfg.serverDid,
})
// Before anything is written: handles and addresses resolve inside this network.
mockNetworkUtilities(pds, appview)

async function catchUp() {
  await pds.processAll()
  const written = (await pds.ctx.sequencer.curr()) ?? 0
  while (((await appview.sub.getCursor()) ?? 0) < written) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    await appview.sub.processAll()
  }
  await appview.sub.processAll()
  await appview.bsyncSub.processAll(await bsync.getStreamHeads())
}

createServer((request, response) => {
  if (request.method !== 'POST' || request.url !== '/catch-up') return response.writeHead(404).end()
  catchUp().then(
    () => response.writeHead(204).end(),
    (error) => response.writeHead(500).end(String(error)),
  )
}).listen(ports.control, '127.0.0.1', () => process.stdout.write('READY\n'))
