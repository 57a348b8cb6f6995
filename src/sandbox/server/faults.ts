import { sql } from 'kysely'
import { z } from 'zod'
import { randomOf } from '../model/random.ts'
import type { FaultRow } from './tables.ts'
import { sandboxDb, type SandboxTools } from './tools.ts'

/** Ways to fail, on demand. "After accept" means: what was asked is done, the answer is not given. */
const faultKinds = [
  '429',
  '500',
  '503',
  '500-after-accept',
  'reset-before-accept',
  'reset-after-accept',
  'timeout-after-accept',
  'slow',
  'revoked-token',
  'nonsense',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** What a request is for; a fault may be kept for one of them. */
const operations = ['post', 'reply', 'media', 'delete', 'read'] as const
export type Operation = (typeof operations)[number]

const SAYS = new Set<Operation>(['post', 'reply'])

export const faultInput = z
  .object({
    kind: z.enum(faultKinds),
    /** `send`: whatever is said, a post or an answer. */
    operation: z.enum([...operations, 'send']).optional(),
    /** Wait asked by a 429, pause of `slow` and `timeout-after-accept`. */
    ms: z.number().int().min(0).max(120_000).optional(),
    /** The next so many requests fail… */
    times: z.number().int().min(1).max(10_000).optional(),
    /** …or each one does with this probability, drawn from `seed`. */
    probability: z.number().gt(0).max(1).optional(),
    seed: z.string().max(100).default('fault'),
  })
  .refine((f) => (f.times === undefined) !== (f.probability === undefined), {
    message: 'give either "times" or "probability"',
  })
export type FaultInput = z.infer<typeof faultInput>

export interface Fault {
  kind: FaultKind
  ms: number
}

export async function addFault(
  tools: Pick<SandboxTools, 'db'>,
  accountId: string,
  fault: FaultInput,
) {
  await sandboxDb(tools.db)
    .insertInto('sandboxFaults')
    .values({
      accountId,
      kind: fault.kind,
      operation: fault.operation ?? null,
      ms: fault.ms ?? null,
      remaining: fault.times ?? null,
      probability: fault.probability ?? null,
      seed: fault.seed,
    })
    .execute()
}

export async function clearFaults(
  tools: Pick<SandboxTools, 'db'>,
  accountId: string,
): Promise<void> {
  await sandboxDb(tools.db).deleteFrom('sandboxFaults').where('accountId', '=', accountId).execute()
}

/** Failures asked for by number that have still to strike, by account. */
export async function faultsOn(tools: Pick<SandboxTools, 'db'>, accountIds: readonly string[]) {
  if (accountIds.length === 0) return []
  return sandboxDb(tools.db)
    .selectFrom('sandboxFaults')
    .select(['accountId', 'kind', 'remaining'])
    .where('accountId', 'in', [...accountIds])
    .where('remaining', '>', 0)
    .orderBy('id')
    .execute()
}

/**
 * The failure that strikes this request, if one does: those asked for by number first, in order, then the
 * random ones, each drawn from its seed so that a run can be played again.
 */
export async function drawFault(
  tools: SandboxTools,
  accountId: string,
  operation: Operation,
): Promise<Fault | null> {
  const struck = SAYS.has(operation) ? [operation, 'send'] : [operation]
  const waiting = await sandboxDb(tools.db)
    .selectFrom('sandboxFaults')
    .selectAll()
    .where('accountId', '=', accountId)
    .where((eb) => eb.or([eb('operation', 'is', null), eb('operation', 'in', struck)]))
    .orderBy('id')
    .execute()
  for (const fault of waiting.toSorted(
    (a, b) => Number(a.remaining === null) - Number(b.remaining === null),
  )) {
    if (await strikes(tools, fault.id))
      return { kind: fault.kind as FaultKind, ms: fault.ms ?? defaultMs(fault) }
  }
  return null
}

function defaultMs(fault: Pick<FaultRow, 'kind'>): number {
  return fault.kind === '429' ? 2000 : 1000
}

/** Uses one up, or draws once: in the row itself, for several processes may serve the network. */
async function strikes(tools: SandboxTools, id: number): Promise<boolean> {
  const row = await sandboxDb(tools.db)
    .updateTable('sandboxFaults')
    .set({ draws: sql`draws + 1`, remaining: sql`remaining - 1` })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('remaining', 'is', null), eb('remaining', '>', 0)]))
    .returning(['seed', 'draws', 'probability', 'remaining'])
    .executeTakeFirst()
  if (!row) return false
  if (row.probability === null) return true
  return randomOf(row.seed, row.draws).chance(row.probability)
}
