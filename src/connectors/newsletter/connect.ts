import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { notAnAddress, rejected } from '#connectors/_contract/refusals.ts'
import { isAddress } from '#connectors/_mail/address.ts'
import { serverOf } from '#connectors/_mail/outgoing.ts'
import { isNowhere, knockAt, noMailServer, notAMailbox, placeOf } from '#connectors/_mail/server.ts'
import { mailboxOf, settingsOf } from './account.ts'
import { openMailbox } from './open-mailbox.ts'

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
  const server = placeOf(field(fields, 'server'), 587)
  if (!server) return rejected('server', notAnAddress(field(fields, 'server')))
  const typed = field(fields, 'mailbox')
  const mailbox = typed === '' ? undefined : placeOf(typed, 993)
  if (mailbox === null) return rejected('mailbox', notAnAddress(typed))
  const user = field(fields, 'user')
  const name = field(fields, 'name')
  const account: Account = {
    remoteId: address,
    handle: address,
    settings: {
      name,
      sender: field(fields, 'sender'),
      ...server,
      ...(mailbox
        ? { mailbox: { ...mailbox, user: field(fields, 'mailboxUser') || user || address } }
        : {}),
      ...(replyTo ? { replyTo } : {}),
      ...(user ? { user } : {}),
    },
    secrets: {
      ...(user ? { password: fields['password'] ?? '' } : {}),
      ...(mailbox && fields['mailboxPassword']
        ? { mailboxPassword: fields['mailboxPassword'] }
        : {}),
    },
  }
  const tried = await knockAtServer(tools, account)
  if (tried.ok) {
    const opens = await knockAtMailbox(tools, account)
    if (opens.ok) return tried
    if (opens.failure.kind !== 'auth') return opens
    const { detail } = opens.failure
    return failed({ kind: 'rejected', field: 'mailboxPassword', reason: wrongBox, detail })
  }
  const { failure } = tried
  if (failure.kind === 'auth') {
    return failed({ ...failure, kind: 'rejected', field: 'password', reason: wrongPair })
  }
  return isNowhere(failure) ? rejected('server', noMailServer(server.host)) : tried
}

const wrongPair = {
  en: 'The mail server does not take this user name with this password. Providers often ask for a password made for one program.',
  fr: 'Le serveur de messagerie refuse ce nom d’utilisateur avec ce mot de passe. Les fournisseurs demandent souvent un mot de passe propre à chaque logiciel.',
}

const wrongBox = {
  en: 'The mailbox does not open with this user name and password.',
  fr: 'La boîte de réception ne s’ouvre pas avec ce nom d’utilisateur et ce mot de passe.',
}

/** Logs in and leaves, at the mailbox too when there is one: nothing is sent, nothing is read. */
async function knock(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const sends = await knockAtServer(tools, account)
  if (!sends.ok) return sends
  const opens = await knockAtMailbox(tools, account)
  return opens.ok ? sends : opens
}

async function knockAtMailbox(tools: Tools, account: Account): Promise<Outcome<null>> {
  if (!mailboxOf(account)) return done(null)
  const opened = await openMailbox(tools, account)
  if (!opened.ok) return opened
  opened.value.close()
  return done(null)
}

async function knockAtServer(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const knocked = await knockAt(tools, serverOf(account))
  if (!knocked.ok) return knocked
  const { name } = settingsOf(account)
  return done({
    account,
    displayName: name || account.handle,
    profileUrl: `mailto:${account.remoteId}`,
  })
}
