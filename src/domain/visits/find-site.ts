import type { FastifyRequest } from 'fastify'
import type { Site, SiteRules } from '#connectors/_contract/connector.ts'
import { type Channel, connectorOf, findChannelById, originFor } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { notFound } from '#platform/http/problems.ts'

/** An account that serves a site, with how it treats its visitors. */
export interface SiteOf {
  channel: Channel
  site: Site
  rules: SiteRules
}

/** @throws Problem when no account under this id serves a site */
export async function findSite(desk: Desk, channelId: string): Promise<SiteOf> {
  const channel = await findChannelById(desk.db, channelId)
  const site = channel && connectorOf(desk, channel).site
  if (!site) throw new Problem(notFound)
  return { channel, site, rules: site.rules(channel) }
}

/**
 * The address under which this desk serves an account: as people on the internet reach the company's desk, where that is
 * known, else as this request did.
 */
export async function baseOf(
  desk: Desk,
  request: FastifyRequest,
  channel: Channel,
): Promise<string> {
  const { publicUrl } = await companyOf(desk.db, channel.companyId)
  return `${publicUrl ?? originFor(desk, request)}/w/${channel.id}`
}

/** The same as this very request found it. */
export const hereOf = (request: FastifyRequest, { id }: Channel): string =>
  `${request.protocol}://${request.host}/w/${id}`
