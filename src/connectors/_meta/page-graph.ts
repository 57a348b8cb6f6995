import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { type Call, callGraph, type Graph } from './graph.ts'
import { appOf, facebookBase } from './login.ts'

const secretsSchema = z.object({ pageToken: z.string() })

/** How Facebook's Graph API is asked in the name of a page, with the proof that the token is this app's. */
export function pageGraph({ network, explain }: Required<Pick<Graph, 'network' | 'explain'>>) {
  const graphOf = (tools: Tools, account: Pick<Account, 'secrets'>): Graph => ({
    network,
    base: facebookBase,
    token: secretsSchema.parse(account.secrets).pageToken,
    appSecret: appOf(tools).appSecret,
    explain,
  })
  const callAs = <T>(
    tools: Tools,
    account: Account,
    call: Call,
    schema: z.ZodType<T>,
  ): Promise<Outcome<T>> => callGraph(tools, graphOf(tools, account), call, schema)
  return { graphOf, callAs }
}
