import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { notAnAddress, rejected } from '#connectors/_contract/refusals.ts'
import { isAddress, serverOf, settingsOf } from './account.ts'
import { failureOf } from './smtp-words.ts'

export const connect: Connect = { withCredentials, check: knock }

const field = (fields: Record<string, string>, name: string) => fields[name]?.trim() ?? ''

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const address = field(fields, 'address').toLowerCase()
  if (!isAddress(address)) return rejected('address', notAMailbox)
  const replyTo = field(fields, 'replyTo')
  if (replyTo !== '' && !isAddress(replyTo)) return rejected('replyTo', notAMailbox)
  const [, host = '', port = '587'] =
    /^([^\s:/]+|\[[^\]]+\])(?::(\d+))?$/.exec(field(fields, 'server')) ?? []
  if (host === '') return rejected('server', notAnAddress(field(fields, 'server')))
  const user = field(fields, 'user')
  const name = field(fields, 'name')
  const tried = await knock(tools, {
    remoteId: address,
    handle: address,
    settings: {
      name,
      sender: field(fields, 'sender'),
      host,
      port: Number(port),
      ...(replyTo ? { replyTo } : {}),
      ...(user ? { user } : {}),
    },
    secrets: user ? { password: fields['password'] ?? '' } : {},
  })
  if (tried.ok) return tried
  const { failure } = tried
  if (failure.kind === 'auth') {
    return failed({ ...failure, kind: 'rejected', field: 'password', reason: wrongPair })
  }
  if (/^(dns|private-address|bad-url):/.test(failure.detail)) {
    return rejected('server', noMailServer(host))
  }
  return tried
}

const notAMailbox = {
  en: 'This is not an e-mail address.',
  fr: 'Ceci n’est pas une adresse e-mail.',
}

const wrongPair = {
  en: 'The mail server does not take this user name with this password. Providers often ask for a password made for one program.',
  fr: 'Le serveur de messagerie refuse ce nom d’utilisateur avec ce mot de passe. Les fournisseurs demandent souvent un mot de passe propre à chaque logiciel.',
}

const noMailServer = (host: string) => ({
  en: `No mail server can be reached at ${host}.`,
  fr: `Aucun serveur de messagerie n’est joignable à l’adresse ${host}.`,
})

/** Logs in and leaves: nothing is sent. */
async function knock(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const server = serverOf(account)
  if (!tools.courier) return failed({ kind: 'transient', detail: 'this desk sends no letter' })
  try {
    const courier = await tools.courier(server)
    courier.close()
  } catch (error) {
    return failureOf(tools, server.host, error)
  }
  const { name } = settingsOf(account)
  return done({
    account,
    displayName: name || account.handle,
    profileUrl: `mailto:${account.remoteId}`,
  })
}
