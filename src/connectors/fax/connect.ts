import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { notAnAddress, rejected } from '#connectors/_contract/refusals.ts'
import { isAddress } from '#connectors/_mail/address.ts'
import { failureOf } from '#connectors/_mail/smtp-words.ts'
import { serverOf, settingsOf } from './account.ts'
import { addressOf, gateways } from './gateways.ts'
import { notPrinted } from './text.ts'

export const connect: Connect = { withCredentials, check: knock }

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const typed = (name: string) => fields[name]?.trim() ?? ''
  const address = typed('address').toLowerCase()
  if (!isAddress(address)) return rejected('address', notAMailbox)
  const pattern = gateways[typed('gateway')] ?? typed('pattern')
  const isPattern = pattern.split('{number}').length === 2 && isAddress(addressOf(pattern, '+331'))
  if (!isPattern) return rejected('pattern', notAPattern)
  if (notPrinted(typed('sender'))) return rejected('sender', plainSender)
  const [, host = '', port = '587'] =
    /^([^\s:/]+|\[[^\]]+\])(?::(\d+))?$/.exec(typed('server')) ?? []
  if (host === '') return rejected('server', notAnAddress(typed('server')))
  const user = typed('user')
  const tried = await knock(tools, {
    remoteId: address,
    handle: address,
    settings: {
      sender: typed('sender'),
      pattern,
      host,
      port: Number(port),
      ...(user ? { user } : {}),
    },
    secrets: user ? { password: fields['password'] ?? '' } : {},
  })
  if (tried.ok) return tried
  const { failure } = tried
  if (failure.kind === 'auth') {
    return failed({ ...failure, kind: 'rejected', field: 'password', reason: wrongPair })
  }
  const isNowhere = /^(dns|private-address|bad-url):/.test(failure.detail)
  return isNowhere ? rejected('server', noMailServer(host)) : tried
}

/** Logs in and leaves: nothing is sent. Whether the gateway knows the address is told by its first answer. */
async function knock(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const server = serverOf(account)
  if (!tools.courier) return failed({ kind: 'transient', detail: 'this desk sends no letter' })
  try {
    const courier = await tools.courier(server)
    courier.close()
  } catch (error) {
    return failureOf(tools, server.host, error)
  }
  return done({
    account,
    displayName: settingsOf(account).sender || account.handle,
    profileUrl: `mailto:${account.remoteId}`,
  })
}

const notAMailbox = {
  en: 'This is not an e-mail address.',
  fr: 'Ceci n’est pas une adresse e-mail.',
}

const notAPattern = {
  en: 'Write the address that your gateway gives, with {number} where the number goes: {number}@fax.example.',
  fr: 'Écrivez l’adresse que donne votre passerelle, avec {number} à la place du numéro : {number}@fax.example.',
}

const plainSender = {
  en: 'Write it in the letters of western Europe: it is printed on each fax.',
  fr: 'Écrivez-le avec les lettres d’Europe de l’Ouest : il est imprimé sur chaque fax.',
}

const wrongPair = {
  en: 'The mail server does not take this user name with this password.',
  fr: 'Le serveur de messagerie refuse ce nom d’utilisateur avec ce mot de passe.',
}

const noMailServer = (host: string) => ({
  en: `No mail server can be reached at ${host}.`,
  fr: `Aucun serveur de messagerie n’est joignable à l’adresse ${host}.`,
})
