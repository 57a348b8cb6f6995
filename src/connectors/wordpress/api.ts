import type { z } from 'zod'
import { ask, type Reply, type Request } from '#connectors/_contract/ask.ts'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Failure, Outcome } from '#connectors/_contract/failure.ts'
import { refusalOf } from './refusals.ts'
import { network } from './reply.ts'
import { credentialsOf, routeOf, siteOf } from './site.ts'

export interface Call extends Omit<Request, 'url'> {
  /** Of the API: `/wp/v2/posts`. */
  route: string
  query?: Record<string, string>
}

/** Calls the account's site in its name. */
export function call<T>(
  tools: Tools,
  account: Account,
  { route, query, ...request }: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const url = routeOf(siteOf(account).api, route, query)
  const headers = { ...request.headers, authorization: credentialsOf(account) }
  const refusal = (reply: Reply): Failure | null => refusalOf(reply, tools)
  return ask(tools, { ...request, url, headers }, { network, schema, refusal })
}

/** The same tools, and the headers of the last answer: totals and the site's clock are told there. */
export function hearing(tools: Tools): { tools: Tools; heard: () => Headers } {
  let headers = new Headers()
  const fetch: Tools['fetch'] = async (url, init) => {
    const response = await tools.fetch(url, init)
    headers = response.headers
    return response
  }
  return { tools: { ...tools, fetch }, heard: () => headers }
}
