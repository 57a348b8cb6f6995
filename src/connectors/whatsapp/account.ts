import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { type Call, callGraph, type Graph } from '#connectors/_meta/graph.ts'
import { appOf, facebookBase } from '#connectors/_meta/login.ts'
import { explain } from './explain.ts'

const network = 'WhatsApp'

const settingsSchema = z.object({
  /** The WhatsApp Business Account, which owns the number and its templates. */
  businessAccount: z.string(),
  /** The approved template in which letters leave; without one the account only answers. */
  template: z
    .object({ name: z.string(), language: z.string(), places: z.number().int().positive() })
    .optional(),
})

export const settingsOf = (account: Pick<Account, 'settings'>) =>
  settingsSchema.parse(account.settings)

/** Asks in the name of the number, with the proof that the token is this app's. */
export function callAs<T>(
  tools: Tools,
  { secrets }: Pick<Account, 'secrets'>,
  call: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> {
  const { token } = z.object({ token: z.string() }).parse(secrets)
  const { appSecret } = appOf(tools)
  const graph: Graph = { network, base: facebookBase, token, appSecret, explain }
  return callGraph(tools, graph, call, schema)
}
