import { z } from 'zod'
import type { Finding, Tools } from '#connectors/_contract/connector.ts'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
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
): Promise<Outcome<unknown>> {
  const path = `/${page}/subscribed_apps`
  const form = { subscribed_fields: fields.join(',') }
  const told = await callGraph(tools, graph, { path, method: 'POST', form }, z.unknown())
  if (!told.ok) tools.log.info({ detail: told.failure.detail }, 'Meta will not tell of news')
  return told
}

/** Whether `subscribe` was granted. It wants `pages_manage_metadata`, which was not asked of the first pages. */
export function toldAtOnce(network: string, told: Outcome<unknown>): Outcome<Finding[]> {
  if (told.ok) return done([{ what: mayBeTold(network), ok: true }])
  if (told.failure.kind !== 'auth' && told.failure.kind !== 'rejected') return told
  return done([{ what: mayBeTold(network), ok: false, next: connectAgain }])
}

const mayBeTold = (network: string) => ({
  en: `${network} may tell this desk at once of what is new`,
  fr: `${network} peut prévenir Vigie aussitôt de ce qui est nouveau`,
})

const connectAgain = {
  en: 'Connect the account again and leave everything ticked: it was connected before that right was asked for. Until then, news is read every few minutes.',
  fr: 'Reconnectez le compte en laissant tout coché : il l’a été avant que ce droit ne soit demandé. D’ici là, Vigie va voir d’elle-même toutes les quelques minutes.',
}
