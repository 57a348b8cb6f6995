import { prepareServers } from './boot-server.ts'

// node tests/support/servers/prepare.ts [name…] : fetches the test servers ahead of the tests.
const names = process.argv.slice(2)
for (const { name, reason } of await prepareServers(names.length > 0 ? names : undefined)) {
  process.stdout.write(`${name}: ${reason ?? 'ready'}\n`)
}
