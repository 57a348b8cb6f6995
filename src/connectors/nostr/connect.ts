import type { Account, Connect, Connected, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import {
  isNobodyThere,
  noServerAt,
  notAnAddress,
  rejected,
} from '#connectors/_contract/refusals.ts'
import { serverAddress } from '#connectors/_contract/server-address.ts'
import { type Identity, identityOf, network, profileUrl, settingsOf, shortName } from './account.ts'
import { readEntity } from './bech32.ts'
import { isSecretKey, kinds, newSecretKey, publicKeyOf, secondsOf, sign } from './event.ts'
import { nameOf, profilesOf } from './profile.ts'
import { relaysIn } from './relay-address.ts'
import { textMaxOf } from './relay-facts.ts'
import { anyOf, askAll, type Answer } from './relays.ts'

export const connect: Connect = { withCredentials, check }

const field = (fields: Record<string, string>, name: string) => fields[name]?.trim() ?? ''

async function withCredentials(
  tools: Tools,
  fields: Record<string, string>,
): Promise<Outcome<Connected>> {
  const typed = field(fields, 'key')
  const secret = typed === '' ? newSecretKey() : secretIn(typed)
  if (!secret) return rejected('key', readEntity(typed) ? notTheSecret : notAKey)
  const { relays, wrong } = relaysIn(field(fields, 'relays'))
  if (wrong !== null) return rejected('relays', notAnAddress(wrong))
  const media = field(fields, 'mediaServer')
  const mediaServer = media === '' ? undefined : serverAddress(media)
  if (mediaServer === null) return rejected('mediaServer', notAnAddress(media))
  const identity = { secret, pubkey: publicKeyOf(secret), relays }
  const isNew = typed === ''
  const greeted = await (isNew
    ? introduce(tools, identity, field(fields, 'name'))
    : knock(tools, identity))
  if (!greeted.ok) return greeted
  return describe(tools, {
    remoteId: identity.pubkey,
    handle: shortName(identity.pubkey),
    settings: { relays: identity.relays, ...(mediaServer ? { mediaServer } : {}) },
    secrets: { key: secret },
  })
}

const notAKey = {
  en: 'This is not a Nostr key. A secret key begins with nsec1, or is made of 64 figures and letters from a to f.',
  fr: 'Ceci n’est pas une clé Nostr. Une clé secrète commence par nsec1, ou se compose de 64 chiffres et lettres de a à f.',
}

const notTheSecret = {
  en: 'This is a public address. To publish, Vigie needs the secret key of the account: it begins with nsec1.',
  fr: 'Ceci est une adresse publique. Pour publier, Vigie a besoin de la clé secrète du compte : elle commence par nsec1.',
}

function secretIn(typed: string): string | null {
  const entity = readEntity(typed)
  const secret = entity?.kind === 'secret' ? entity.key : typed.toLowerCase()
  return /^[0-9a-f]{64}$/.test(secret) && isSecretKey(secret) ? secret : null
}

/** Tells the relays who the new key is, and where it will be read (NIP-65, read 2026-11-25). */
async function introduce(
  tools: Tools,
  identity: Identity,
  name: string,
): Promise<Outcome<unknown>> {
  const now = secondsOf(tools.clock.now())
  const profile = { kind: kinds.profile, tags: [], content: JSON.stringify({ name }) }
  const tags = identity.relays.map((relay) => ['r', relay])
  const drafts = [...(name ? [profile] : []), { kind: kinds.relays, tags, content: '' }]
  for (const draft of drafts) {
    const event = sign(identity.secret, { ...draft, created_at: now })
    const answers = await askAll(tools, identity, (relay) => relay.publish(event))
    const missing = nobodyAt(answers)
    if (missing) return missing
    const taken = anyOf(answers)
    // A doubt about a profile harms nobody.
    if (!taken.ok) {
      const { failure } = taken
      return failed(
        failure.kind === 'unknown-outcome' ? { ...failure, kind: 'transient' } : failure,
      )
    }
  }
  return done(null)
}

/** Asks a little thing of every relay, to know that they are there. */
async function knock(tools: Tools, identity: Identity): Promise<Outcome<unknown>> {
  const filter = { kinds: [kinds.profile], authors: [identity.pubkey], limit: 1 }
  const answers = await askAll(tools, identity, (relay) => relay.query(filter))
  return nobodyAt(answers) ?? anyOf(answers)
}

/** A mistyped relay is said at once: later, it would only be one that does not answer. */
function nobodyAt<T>(answers: Answer<T>[]) {
  for (const { relay, outcome } of answers) {
    if (!outcome.ok && isNobodyThere(outcome.failure)) {
      return rejected('relays', noServerAt(relay, network))
    }
  }
  return null
}

async function check(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  return describe(tools, account)
}

async function describe(tools: Tools, account: Account): Promise<Outcome<Connected>> {
  const pubkey = account.remoteId
  const profiles = await profilesOf(tools, identityOf(account), [pubkey])
  if (!profiles.ok) return profiles
  const profile = profiles.value.get(pubkey)
  const settings = settingsOf(account)
  const textMax = (await textMaxOf(tools, settings.relays)) ?? settings.textMax
  return done({
    account: { ...account, settings: { ...settings, ...(textMax ? { textMax } : {}) } },
    displayName: nameOf(pubkey, profile),
    ...(profile?.picture ? { avatarUrl: profile.picture } : {}),
    profileUrl: profileUrl(pubkey),
  })
}
