import type { Failure } from '#connectors/_contract/failure.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { accessEnds } from '../access.ts'
import { connectorOf } from '../account.ts'
import { appKeysOf, needsKeys } from '../apps/keys.ts'
import { checkAccount } from '../check-account.ts'
import type { Channel } from '../model.ts'
import { findChannel } from '../store.ts'
import { withAccess } from '../with-access.ts'
import { keysNotThere, keysThere } from './before.ts'
import { done, type Look, lookOf, toDo, unknown } from './look.ts'

const SOON_MS = 14 * 86_400_000

/** How a connected account is: its app, its access, when that ends, and what the network alone can tell. */
export async function lookAfter(desk: Desk, channel: Channel): Promise<Look[]> {
  const { manifest } = connectorOf(desk, channel)
  const { name: network, connect } = manifest
  if (connect.app && !(await appKeysOf(desk, channel.companyId, manifest)))
    return [keysNotThere(network)]
  const checked = await checkAccount(desk, channel)
  const current = (await findChannel(desk.db, channel.companyId, channel.id)) ?? channel
  const keys = needsKeys(manifest) ? [keysThere(network)] : []
  if (!checked.ok) {
    const { kind, detail } = checked.failure
    desk.log.warn({ channel: channel.id, kind, detail }, 'an account did not pass its check')
    return [...keys, refused(network, checked.failure)]
  }
  // There is no network whose access could end: what is to be known is where it was seen.
  if (manifest.site) return told(desk, current)
  const { timeZone } = await companyOf(desk.db, channel.companyId)
  return [
    ...keys,
    accepted(network, current.handle),
    endOf(desk, current, timeZone),
    ...(await told(desk, current)),
  ]
}

/** What the network alone can tell. */
async function told(desk: Desk, channel: Channel): Promise<Look[]> {
  const { connect, manifest } = connectorOf(desk, channel)
  const { examine } = connect
  if (!examine) return []
  const found = await withAccess(desk, channel, (account, tools) => examine(tools, account))
  if (found.ok) return found.value.map(lookOf)
  return [
    unknown('account', {
      en: `${manifest.name} did not say which rights this account gave.`,
      fr: `${manifest.name} n’a pas dit quels droits ce compte a donnés.`,
    }),
  ]
}

const accepted = (network: string, handle: string): Look =>
  done('access', {
    en: `${network} accepts our access to ${handle}.`,
    fr: `${network} accepte notre accès à ${handle}.`,
  })

function refused(network: string, failure: Failure): Look {
  switch (failure.kind) {
    case 'auth':
      return toDo(
        'access',
        {
          en: `${network} no longer accepts our access.`,
          fr: `${network} n’accepte plus notre accès.`,
        },
        { en: 'Reconnect the account.', fr: 'Reconnectez le compte.' },
      )
    case 'rejected':
      return toDo('access', failure.reason, {
        en: 'Fix that, then check again.',
        fr: 'Réglez ce point, puis vérifiez de nouveau.',
      })
    case 'rate':
      return unknown('access', {
        en: `${network} asks to wait before it is asked again: its access could not be checked.`,
        fr: `${network} demande d’attendre avant d’être interrogé : l’accès n’a pas pu être vérifié.`,
      })
    case 'transient':
    case 'unknown-outcome':
      return unknown(
        'access',
        {
          en: `${network} does not answer for now: the access could not be checked.`,
          fr: `${network} ne répond pas pour le moment : l’accès n’a pas pu être vérifié.`,
        },
        { en: 'Check again in a few minutes.', fr: 'Vérifiez de nouveau dans quelques minutes.' },
      )
  }
}

/** When access ends, in the company's days. */
function endOf(desk: Desk, channel: Channel, timeZone: string): Look {
  const ends = accessEnds(desk, channel)
  if (!ends) {
    return channel.accessExpiresAt
      ? done('access', {
          en: 'Vigie renews its access automatically.',
          fr: 'Vigie renouvelle son accès d’elle-même.',
        })
      : done('access', { en: 'Its access does not end.', fr: 'Son accès ne prend pas fin.' })
  }
  const day = (tag: string) =>
    new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone }).format(ends)
  const what = {
    en: `Its access ends on ${day('en-GB')}.`,
    fr: `Son accès prend fin le ${day('fr-FR')}.`,
  }
  if (ends.getTime() - desk.clock.now().getTime() > SOON_MS) return done('access', what)
  return toDo('access', what, {
    en: 'Reconnect the account before then.',
    fr: 'Reconnectez le compte d’ici là.',
  })
}
