import type { FastifyRequest } from 'fastify'
import type { Site, SiteRules } from '#connectors/_contract/connector.ts'
import { type Channel, connectorOf, findChannelById, originFor } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
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

/** The address under which this desk serves an account. */
export const baseOf = (desk: Desk, request: FastifyRequest, channelId: string): string =>
  `${originFor(desk, request)}/w/${channelId}`
