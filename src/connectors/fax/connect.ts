import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { notAnAddress, rejected } from '#connectors/_contract/refusals.ts'
import { isAddress } from '#connectors/_mail/address.ts'
import { serverOf } from '#connectors/_mail/outgoing.ts'
import { isNowhere, knockAt, noMailServer, notAMailbox, placeOf } from '#connectors/_mail/server.ts'
import { settingsOf } from './account.ts'
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
  const server = placeOf(typed('server'), 587)
  if (!server) return rejected('server', notAnAddress(typed('server')))
  const user = typed('user')
  const tried = await knock(tools, {
    remoteId: address,
    handle: address,
    settings: {
      sender: typed('sender'),
      pattern,
      ...server,
      ...(user ? { user } : {}),
    },
    secrets: user ? { password: fields['password'] ?? '' } : {},
  })
  if (tried.ok) return tried
  const { failure } = tried
  if (failure.kind === 'auth') {
    return failed({ ...failure, kind: 'rejected', field: 'password', reason: wrongPair })
  }
  return isNowhere(failure) ? rejected('server', noMailServer(server.host)) : tried
}

/** Logs in and leaves: nothing is sent. Whether the gateway knows the address is told by its first answer. */
async function knock(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const knocked = await knockAt(tools, serverOf(account))
  if (!knocked.ok) return knocked
  return done({
    account,
    displayName: settingsOf(account).sender || account.handle,
    profileUrl: `mailto:${account.remoteId}`,
  })
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
