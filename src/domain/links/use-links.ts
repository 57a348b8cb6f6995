import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { Problem } from '#platform/http/problem.ts'
import type { Language } from '#platform/text.ts'
import type { LinkDetail, linksQuery, LinkView, newLink } from './api.ts'
import { clicksByDay, countsByLink, noClicks } from './click-counts.ts'
import { shortLink } from './codes.ts'
import { addressRefused, linkNotFound } from './errors.ts'
import { reasonsOfLink, referrersOfLink } from './link-detail.ts'
import { findLink, insertLink, type Link, listLinks } from './links-store.ts'
import { linkOrigin } from './shorten.ts'
import { slug, withUtm } from './utm.ts'
import { addressProblem } from './web-address.ts'

/** Makes a link by hand, for a newsletter or a poster. @throws Problem when the address will not do */
export async function createLink(
  desk: Desk,
  companyId: string,
  id: string,
  { target, campaign, source, medium }: z.output<typeof newLink>,
): Promise<LinkView> {
  const wrong = addressProblem(target)
  if (wrong)
    throw new Problem(addressRefused, {}, { fields: [{ pointer: '/target', detail: wrong }] })
  const tagged = source
    ? withUtm(target, {
        source: slug(source),
        medium: slug(medium),
        campaign: slug(campaign ?? ''),
      })
    : target
  const made = await findLink(desk.db, companyId, id)
  const row = { id, companyId, target: tagged, campaign, createdAt: desk.clock.now() }
  const link = made ?? (await insertLink(desk.db, { ...row, deliveryId: null, channelId: null }))
  return present(link, await originOf(desk, companyId))
}

/** A page of the company's links with their counts, latest first. */
export async function readLinks(
  desk: Desk,
  companyId: string,
  { after, limit, ...filter }: z.output<typeof linksQuery>,
): Promise<{ items: LinkView[]; next: string | null }> {
  const found = await listLinks(desk.db, companyId, {
    ...filter,
    after: readCursor(after),
    limit: limit + 1,
  })
  const links = found.slice(0, limit)
  const ids = links.map((link) => link.id)
  const counts = await countsByLink(desk.db, companyId, ids)
  const origin = await originOf(desk, companyId)
  const last = links.at(-1)
  return {
    items: links.map((link) => present(link, origin, counts.get(link.id))),
    next: last && found.length > limit ? `${last.createdAt.toISOString()}_${last.id}` : null,
  }
}

/** One link: its clicks by day, why each was judged so, where people came from. */
export async function readLink(
  desk: Desk,
  companyId: string,
  id: string,
  language: Language,
): Promise<LinkDetail> {
  const link = await findLink(desk.db, companyId, id)
  if (!link) throw new Problem(linkNotFound)
  const company = await companyOf(desk.db, companyId)
  const [counts, days, reasons, referrers] = await Promise.all([
    countsByLink(desk.db, companyId, [id]),
    clicksByDay(desk.db, companyId, { timeZone: company.timeZone, linkId: id }),
    reasonsOfLink(desk.db, id, language),
    referrersOfLink(desk.db, id),
  ])
  return {
    ...present(link, linkOrigin(desk, company), counts.get(id)),
    timeZone: company.timeZone,
    days: [...days].map(([day, clicks]) => ({ day, ...clicks })),
    reasons,
    referrers,
  }
}

function present(link: Link, origin: string, clicks = noClicks): LinkView {
  const { companyId: _, createdAt, ...shown } = link
  return { ...shown, url: shortLink(origin, link.code), createdAt: createdAt.toISOString(), clicks }
}

async function originOf(desk: Desk, companyId: string): Promise<string> {
  return linkOrigin(desk, await companyOf(desk.db, companyId))
}

/** A cursor that is not one of ours starts from the beginning. */
function readCursor(after: string | undefined) {
  const [at, id] = after?.split('_') ?? []
  const createdAt = new Date(at ?? '')
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id ?? '')
  return id && isId && !Number.isNaN(createdAt.getTime()) ? { createdAt, id } : undefined
}
