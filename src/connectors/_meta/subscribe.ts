import { z } from 'zod'
import type { Tools } from '#connectors/_contract/connector.ts'
import { callGraph, type Graph } from './graph.ts'

/**
 * Has Meta tell the app of what happens on a page, and on the Instagram account that is linked to it. Asked at each
 * check, for it may be undone on Facebook; whether it is granted changes nothing else: the desk reads by itself too
 * (docs/graph-api/reference/page/subscribed_apps, read 2026-11-25).
 * @param page its id, or `me` where the token is the page's
 */
export async function subscribe(
  tools: Tools,
  graph: Graph,
  page: string,
  fields: string[],
): Promise<void> {
  const path = `/${page}/subscribed_apps`
  const form = { subscribed_fields: fields.join(',') }
  const told = await callGraph(tools, graph, { path, method: 'POST', form }, z.unknown())
  if (!told.ok) tools.log.info({ detail: told.failure.detail }, 'Meta will not tell of news')
}
