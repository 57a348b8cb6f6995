// A Bluesky personal data server (PDS) and the identity directory (PLC) it writes to.
// Settings come as JSON in the first argument; prints "READY" once both answer.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

import { Secp256k1Keypair } from '@atproto/crypto'
import { PDS } from '@atproto/pds'
import * as plc from '@did-plc/server'

const { folder, pdsPort, plcPort } = JSON.parse(process.argv[2])
const blobs = join(folder, 'blobs')
mkdirSync(blobs, { recursive: true })

const directory = plc.PlcServer.create({ db: plc.Database.mock(), port: plcPort })
await directory.start()

const rotationKey = await Secp256k1Keypair.create({ exportable: true })
const pds = await PDS.fromEnv({
  devMode: true,
  port: pdsPort,
  hostname: 'localhost',
  dataDirectory: folder,
  blobstoreDiskLocation: blobs,
  didPlcUrl: `http://localhost:${plcPort}`,
  adminPassword: 'admin-password',
  jwtSecret: 'a-secret-for-tests-only',
  recoveryDidKey: (await Secp256k1Keypair.create()).did(),
  plcRotationKeyK256PrivateKeyHex: Buffer.from(await rotationKey.export()).toString('hex'),
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  disableSsrfProtection: true,
  // No AppView here: what it would answer (counts, threads) is refused with a 502.
  bskyAppViewUrl: 'https://appview.invalid',
  bskyAppViewDid: 'did:example:invalid',
  modServiceUrl: 'https://moderator.invalid',
  modServiceDid: 'did:example:invalid',
})
await pds.start()
process.stdout.write('READY\n')
