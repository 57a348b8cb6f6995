import { z } from 'zod'
import type { Account, Tools } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { callAs } from './server.ts'
import { lastingId, statusSchema } from './status.ts'

/**
 * Removes a post, then looks whether it is gone: a server that says yes and shows it on is told as such, to be tried
 * again. Where looking fails, its word holds.
 */
export async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const path = `/api/v1/statuses/${encodeURIComponent(remoteId)}`
  const answer = await callAs(tools, account, { path, method: 'DELETE' }, z.unknown())
  if (!answer.ok) return isGone(answer.failure.detail) ? done(null) : answer
  const left = await callAs(tools, account, { path }, statusSchema)
  if (!left.ok || !(await isOnProfile(tools, account, remoteId))) return done(null)
  return failed({
    kind: 'transient',
    detail: 'removed, says the server, and shown on all the same',
  })
}

const isGone = (detail: string) => /^(404|410)/.test(detail)

/**
 * snac 2.96 goes on giving, by its id, a removed post that somebody liked: its profile alone tells, as far as its last
 * 40 posts go.
 */
async function isOnProfile(tools: Tools, account: Account, remoteId: string): Promise<boolean> {
  const path = `/api/v1/accounts/${encodeURIComponent(account.remoteId)}/statuses?limit=40`
  const shown = await callAs(tools, account, { path }, z.array(statusSchema))
  return shown.ok && shown.value.some(({ id }) => lastingId(id) === lastingId(remoteId))
}
