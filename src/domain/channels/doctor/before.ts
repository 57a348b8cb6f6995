import type { Desk } from '#domain/desk.ts'
import { appKeysOf, needsKeys } from '../apps/keys.ts'
import { connectorFor } from '../connect-account.ts'
import { isPublic, lookAtAddress, lookAtReading } from './address.ts'
import { lookAtClock } from './clock.ts'
import { done, type Look, toDo } from './look.ts'
import { lookAtReach } from './reach.ts'

/**
 * What can be checked before a person goes to the network, first to last.
 * @param origin where networks send people back
 * @param openedAt where this person has the desk open
 */
export async function lookBefore(
  desk: Desk,
  companyId: string,
  connectorId: string,
  { origin, openedAt }: { origin: string; openedAt: string | undefined },
): Promise<Look[]> {
  const { manifest } = await connectorFor(desk, companyId, connectorId)
  const { app, method, visit } = manifest.connect
  const { name: network } = manifest
  const isVisited = app !== undefined && method === 'oauth'
  const [keys, clock, reach] = await Promise.all([
    app && appKeysOf(desk, companyId, manifest),
    lookAtClock(desk, manifest),
    (isVisited || visit) && desk.publicUrl && isPublic(desk.publicUrl)
      ? lookAtReach(desk, desk.publicUrl)
      : null,
  ])
  const told = desk.publicUrl !== undefined
  return [
    ...(isVisited ? [lookAtAddress({ network, origin, openedAt, told })] : []),
    ...(visit ? [lookAtReading({ network, origin, openedAt, told })] : []),
    ...(needsKeys(manifest) ? [keys ? keysThere(network) : keysNotThere(network)] : []),
    ...(clock ? [clock] : []),
    ...(reach ? [reach] : []),
  ]
}

export const keysThere = (network: string): Look =>
  done('keys', {
    en: `The keys of your ${network} app are kept.`,
    fr: `Les clés de votre application ${network} sont enregistrées.`,
  })

export const keysNotThere = (network: string): Look =>
  toDo(
    'keys',
    {
      en: `Vigie does not have the keys of your ${network} app.`,
      fr: `Vigie n’a pas les clés de votre application ${network}.`,
    },
    {
      en: 'Follow the steps, then enter the keys.',
      fr: 'Suivez les étapes, puis saisissez les clés.',
    },
  )
