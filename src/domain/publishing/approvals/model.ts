import type { Role } from '#domain/governance/api.ts'

/**
 * How far a request for approval has come.
 *
 * - `open`: somebody must still decide
 * - `changes`: somebody asked for changes, and nothing has changed since
 * - `approved`: whoever must has agreed to what it says now; an edit opens it again
 * - `refused`, `withdrawn`: over
 */
export type ApprovalState = 'open' | 'changes' | 'approved' | 'refused' | 'withdrawn'
export type Decision = 'approve' | 'changes' | 'refuse'

/** What each account says, as a hash by account id. */
export type Hashes = Record<string, string>

/** One step: who may decide, how many of them must agree, and until when. */
export interface Step {
  roles: Role[]
  /** User ids. */
  members: string[]
  /** Addresses of people without an account. */
  emails: string[]
  /** How many must agree: a number, or everybody. */
  quorum: number | 'all'
  /** Hours before the post's hour; null: until that hour. */
  hoursBefore: number | null
  /** Whether one may approve what one wrote. */
  ownPosts: boolean
}

/** Somebody who may decide. */
export interface Decider {
  kind: 'member' | 'guest'
  /** User id, or e-mail address. */
  id: string
  name: string
}

/** A decision as the standing of a request needs it. */
export interface Decided {
  /** Later ones are greater. */
  id: number
  step: number
  byKind: 'member' | 'guest'
  byId: string
  decision: Decision
  hashes: Hashes
}

export interface StepStanding {
  /** People whose approval holds for every account. */
  approvedBy: string[]
  needed: number
  done: boolean
}

export interface Standing {
  state: 'open' | 'changes' | 'approved'
  /** Index of the first step that is not done, or whose wish for changes is unanswered; else the number of steps. */
  active: number
  steps: StepStanding[]
  /** Accounts by which it may leave. */
  free: string[]
}

/**
 * Where a request stands, from what is asked, what was decided, and what each account says now. An approval holds
 * for an account as long as the account says what was approved: that is how an edit voids what it touches, and
 * nothing else. Pure.
 * @param deciders who may decide on each step, as many as there are
 * @param since the last decision before it was submitted again; 0 when it was not: what was asked until then is answered
 */
export function standing(asked: {
  steps: readonly Step[]
  deciders: readonly (readonly Decider[])[]
  decisions: readonly Decided[]
  cleared: Hashes
  hashes: Hashes
  since: number
}): Standing {
  const { steps, deciders, hashes, cleared } = asked
  const latest = latestByPerson(asked.decisions)
  const accounts = Object.keys(hashes)
  const holds = (decided: Decided, account: string) =>
    decided.decision === 'approve' && decided.hashes[account] === hashes[account]
  const enough = (index: number, account: string) =>
    cleared[account] === hashes[account] ||
    latest.filter((one) => one.step === index && holds(one, account)).length >= needed(index)
  const needed = (index: number) => howMany(steps[index], deciders[index] ?? [])

  const states = steps.map((_, index) => ({
    needed: needed(index),
    approvedBy: latest
      .filter((one) => one.step === index && accounts.every((account) => holds(one, account)))
      .map(({ byId }) => byId),
    done: accounts.every((account) => enough(index, account)),
  }))
  const open = states.findIndex(({ done }) => !done)
  // Whoever asked for changes is answered first, however many others agree.
  const blocking = wishForChanges(latest, asked)
  const blocked = blocking !== undefined
  const last = blocking && blocking.step >= 0 ? blocking.step : steps.length
  return {
    state: blocked ? 'changes' : open < 0 ? 'approved' : 'open',
    active: open < 0 ? last : open,
    steps: states,
    free: accounts.filter(
      (account) =>
        cleared[account] === hashes[account] ||
        (!blocked && steps.every((_, index) => enough(index, account))),
    ),
  }
}

/** Whether they wrote it, or asked for it. Pure. */
export const isTheirOwn = (
  id: string,
  { authorIds }: { authorIds: readonly string[] },
  { requestedBy }: { requestedBy: string },
): boolean => authorIds.includes(id) || requestedBy === id

/** How many must agree in a step. More than there are people stays more: then it cannot be done, and is shown so. */
export function howMany(step: Step | undefined, deciders: readonly Decider[]): number {
  if (!step) return 1
  return step.quorum === 'all' ? Math.max(1, deciders.length) : Math.max(1, step.quorum)
}

/** What one person said last in each step counts. */
function latestByPerson(decisions: readonly Decided[]): Decided[] {
  const byPerson = new Map<string, Decided>()
  for (const one of decisions) byPerson.set(`${one.step} ${one.byKind} ${one.byId}`, one)
  return [...byPerson.values()]
}

/** Changes that were asked for, and that neither the text nor the author has answered since. */
function wishForChanges(
  latest: readonly Decided[],
  { hashes, since }: { hashes: Hashes; since: number },
): Decided | undefined {
  return latest.find(
    ({ decision, id, hashes: seen }) =>
      decision === 'changes' &&
      id > since &&
      Object.keys({ ...seen, ...hashes }).every((account) => seen[account] === hashes[account]),
  )
}
