import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import type { Outcome } from '#connectors/_contract/failure.ts'
import { callGraph, type Call, type Graph } from '#connectors/_meta/graph.ts'
import { explain } from './explain.ts'

export const network = 'Threads'

/** Tokens are given without a version, everything else with it (documentation/threads/overview, read 2026-11-25). */
export const tokenBase = 'https://graph.threads.com'
export const base = `${tokenBase}/v1.0`

const secretsSchema = z.object({ accessToken: z.string() })

export const tokenOf = (account: Pick<Account, 'secrets'>) =>
  secretsSchema.parse(account.secrets).accessToken

export const graphOf = (account: Pick<Account, 'secrets'>): Graph => ({
  network,
  base,
  token: tokenOf(account),
  tokenIn: 'parameter',
  explain,
})

export const callAs = <T>(
  tools: Tools,
  account: Account,
  call: Call,
  schema: z.ZodType<T>,
): Promise<Outcome<T>> => callGraph(tools, graphOf(account), call, schema)

const appSchema = z.object({ appId: z.string(), appSecret: z.string() })

/** The keys of the company's app for Threads. */
export const appOf = (tools: Pick<Tools, 'app'>) => appSchema.parse(tools.app)
