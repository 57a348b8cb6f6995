import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'

import { cachedFolder } from '#support/servers/cache.ts'
import { unpackDebian } from '#support/servers/debian-packages.ts'
import { freePort } from '#support/servers/free-port.ts'
import { runOrThrow } from '#support/servers/run-to-end.ts'
import { MachineCannot, type TestServer } from '#support/servers/test-server.ts'

export interface Dovecot {
  port: number
  /** Everybody's, whatever their name. */
  password: string
}

declare module '#support/servers/test-server.ts' {
  interface KnownServers {
    dovecot: Dovecot
  }
}

const password = 'quatre-mots-bien-secrets'
const mailAccount = 103

/**
 * Dovecot, the IMAP server that most mailboxes of the world are behind. Its paths are built in and its processes change
 * accounts: it lives in a root folder of its own, which takes root.
 */
const dovecot: TestServer<Dovecot> = {
  name: 'dovecot',
  async prepare() {
    await fetchRoot()
  },
  async start(run) {
    const root = join(run.folder, 'root')
    await runOrThrow('cp', ['-a', await fetchRoot(), root])
    const port = await freePort()
    furnish(root, port)
    await run.program({
      command: 'chroot',
      args: [root, '/usr/sbin/dovecot', '-F'],
      // Where root's own programs are, which a bare PATH does not name.
      env: { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin` },
      isReady: () => greets(port),
    })
    return { port, password }
  },
}

export const servers = [dovecot]

async function fetchRoot(): Promise<string> {
  if (process.getuid?.() !== 0) {
    throw new MachineCannot('Dovecot is given a root folder of its own, which only root can do.')
  }
  const wanted = { name: 'Dovecot', suite: 'bookworm', packages: ['dovecot-imapd'] }
  const folder = await cachedFolder('dovecot', JSON.stringify(wanted), async (draft) => {
    const { packages } = await unpackDebian(draft, { ...wanted, dependencies: true })
    return { packages }
  })
  return join(folder, 'root')
}

function furnish(root: string, port: number): void {
  for (const folder of ['dev', 'run', 'var/run', 'tmp', 'mail', 'etc/dovecot']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  chmodSync(join(root, 'tmp'), 0o1777)
  chownSync(join(root, 'mail'), mailAccount, mailAccount)
  // Nothing is ever read from it, and little written.
  writeFileSync(join(root, 'dev/null'), '', { mode: 0o666 })
  const accounts = { root: 0, dovecot: 101, dovenull: 102, mail: mailAccount }
  const names = Object.entries(accounts)
  writeFileSync(
    join(root, 'etc/passwd'),
    names.map(([name, id]) => `${name}:x:${id}:${id}::/:/bin/sh\n`).join(''),
  )
  writeFileSync(join(root, 'etc/group'), names.map(([name, id]) => `${name}:x:${id}:\n`).join(''))
  writeFileSync(
    join(root, 'etc/dovecot/dovecot.conf'),
    `
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
log_path = /tmp/log
first_valid_uid = 1
mail_location = maildir:~/Maildir
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${mailAccount} gid=${mailAccount} home=/mail/%u
}
`,
  )
}

const greets = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.setTimeout(1000, () => socket.destroy())
    socket.once('data', () => socket.destroy(void resolve(true)))
    socket.on('error', () => {})
    socket.once('close', () => resolve(false))
  })
