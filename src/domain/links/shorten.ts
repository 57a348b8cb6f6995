import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import { type Company, companyOf } from '#domain/governance/index.ts'
import type { Executor } from '#platform/db/database.ts'
import { shortLink } from './codes.ts'
import { findLinks, replaceLinks } from './find-links.ts'
import { insertLink, type Link, linksOfDelivery } from './links-store.ts'
import { type Tagged, utmOfDelivery, withUtm } from './utm.ts'
import { addressProblem } from './web-address.ts'

export interface DeliveryToShorten extends Tagged {
  companyId: string
  channelId: string
  /** Whether the network takes a text of this length. A text that would no longer fit stays as it was. */
  fits?: (text: string) => boolean
}

/**
 * The text that leaves: its addresses carry the campaign's tags and, where people can reach the desk,
 * are replaced by short links of its own, which count. Planning the same delivery again gives the
 * same text. Runs in the caller's transaction; the delivery's row may come after.
 */
export async function shortenForDelivery(
  trx: Executor,
  desk: Desk,
  delivery: DeliveryToShorten,
): Promise<string> {
  const company = await companyOf(trx, delivery.companyId)
  const origin = originFor(desk, company, delivery.connectorId)
  const targets = targetsIn(delivery, [origin, linkOrigin(desk, company)])
  const fits = delivery.fits ?? (() => true)
  const text = origin
    ? replaceLinks(delivery.text, await shortLinks(trx, desk, delivery, origin, targets))
    : replaceLinks(delivery.text, (address) => targets.get(address) ?? address)
  return fits(text) ? text : delivery.text
}

/**
 * The text as it would leave, with a code that stands for those to come: same length, same count.
 * For checks and previews; keeps nothing.
 */
export function textAsItLeaves(
  desk: Desk,
  company: Company,
  draft: Omit<Tagged, 'deliveryId'>,
): string {
  const origin = originFor(desk, company, draft.connectorId)
  const targets = targetsToCome(desk, company, draft)
  return replaceLinks(draft.text, (address) => {
    const target = targets.get(address)
    return target && origin ? shortLink(origin, STAND_IN.repeat(7)) : (target ?? address)
  })
}

/**
 * Where each address of a text will lead, tags included, so that they can be read before anything is scheduled. What
 * only the delivery's own mark will tell is shown as `…`.
 */
export function targetsAsTheyLeave(
  desk: Desk,
  company: Company,
  draft: Omit<Tagged, 'deliveryId'>,
): { address: string; target: string }[] {
  return [...targetsToCome(desk, company, draft)].map(([address, target]) => {
    const kept = commonStart(address, target)
    const added = target.slice(kept).replaceAll(STAND_IN.repeat(8), '…')
    return { address, target: target.slice(0, kept) + added }
  })
}

function targetsToCome(desk: Desk, company: Company, draft: Omit<Tagged, 'deliveryId'>) {
  const ours = [originFor(desk, company, draft.connectorId), linkOrigin(desk, company)]
  return targetsIn({ ...draft, deliveryId: STAND_IN.repeat(8) }, ours)
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

const STAND_IN = '2'

/** The origin short links are handed out under; people outside reach it only if one was set. */
export function linkOrigin(desk: Desk, company: Pick<Company, 'publicUrl'>): string {
  return company.publicUrl ?? desk.publicUrl ?? desk.localUrl
}

/** Where a network's people reach the desk; practice networks live inside it. */
function originFor(desk: Desk, company: Company, connectorId: string): string | undefined {
  const practice = company.practice || desk.connectors.get(connectorId)?.manifest.practice
  return company.publicUrl ?? desk.publicUrl ?? (practice ? desk.localUrl : undefined)
}

/** What each address of the text becomes with its tags; short links of ours are left out. */
function targetsIn(delivery: Tagged, ours: readonly (string | undefined)[]): Map<string, string> {
  const utm = utmOfDelivery(delivery)
  const addresses = findLinks(delivery.text).map(({ address }) => address)
  const foreign = addresses.filter(
    (address) =>
      !addressProblem(address) && !ours.some((own) => own && address.startsWith(`${own}/l/`)),
  )
  return new Map(foreign.map((address) => [address, withUtm(address, utm)]))
}

async function shortLinks(
  trx: Executor,
  desk: Desk,
  delivery: DeliveryToShorten,
  origin: string,
  targets: ReadonlyMap<string, string>,
): Promise<(address: string) => string> {
  const known = new Map((await linksOfDelivery(trx, delivery.deliveryId)).map((l) => [l.target, l]))
  for (const target of new Set(targets.values())) {
    if (!known.has(target)) known.set(target, await newLinkOf(trx, desk, delivery, target))
  }
  return (address) => {
    const link = known.get(targets.get(address) ?? '')
    return link ? shortLink(origin, link.code) : address
  }
}

function newLinkOf(
  trx: Executor,
  desk: Desk,
  { companyId, deliveryId, channelId, campaign, campaignName }: DeliveryToShorten,
  target: string,
): Promise<Link> {
  const createdAt = desk.clock.now()
  const ids = { id: uuid({ msecs: createdAt.getTime() }), companyId, deliveryId, channelId }
  return insertLink(trx, { ...ids, target, campaign: campaign || campaignName || null, createdAt })
}
