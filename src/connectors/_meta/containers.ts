import { createHash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Outgoing, Published, Tools } from '#connectors/_contract/connector.ts'
import { done, type Failure, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { isGone } from './meaning.ts'

/** How far the network is with a container; each is published once at most (threads/troubleshooting, 2026-11-25). */
export const containerState = z.enum(['EXPIRED', 'ERROR', 'FINISHED', 'IN_PROGRESS', 'PUBLISHED'])
export type ContainerState = z.infer<typeof containerState>

export interface TwoSteps {
  network: string
  state(container: string): Promise<Outcome<ContainerState>>
  /** Makes a container that is not published yet. */
  make(): Promise<Outcome<string>>
  /** What the network could not read, once it has said so. */
  refused: Failure
  publish(container: string): Promise<Outcome<Published>>
  /** Finds what a container became. */
  readBack(): Promise<Outcome<Published | null>>
}

const keptSchema = z.object({ container: z.string(), of: z.string() })

/** The container that an earlier attempt wrote down, and what it was made of. */
const leftBy = ({ kept }: Outgoing) => keptSchema.safeParse(kept).data

/** Tells whether a container still holds what is to leave: words may have been corrected since. */
function contentOf({ text, images, video, options, poll, replyTo }: Outgoing): string {
  const hash = createHash('sha256')
  const told = {
    text,
    options,
    poll,
    replyTo: replyTo?.remoteId,
    alts: images.map(({ alt }) => alt),
  }
  hash.update(JSON.stringify([told, video && [video.alt, video.file.size, video.seconds]]))
  for (const { bytes } of images) hash.update(bytes)
  return hash.digest('base64url')
}

/**
 * Makes a container, waits until it is ready, publishes it. What an earlier attempt left is gone on with; what it
 * published is only read back.
 */
export async function inTwoSteps(
  tools: Tools,
  outgoing: Outgoing,
  steps: TwoSteps,
): Promise<Outcome<Published>> {
  const left = await containerLeft(outgoing, steps)
  if (!left.ok) return left
  if (left.value === 'published') {
    const found = await steps.readBack()
    if (!found.ok) return found
    return found.value ? done(found.value) : notSeen
  }
  const container = left.value ? done(left.value.container) : await steps.make()
  if (!container.ok) return container
  // Before anything may be seen: whoever comes next goes on with this one.
  if (!left.value) await tools.keep?.({ container: container.value, of: contentOf(outgoing) })
  const ready = await untilReady(container.value, steps)
  return ready.ok ? steps.publish(container.value) : ready
}

/** Published by an earlier attempt, and in no list of the network: never sent again, and looked for again. */
export const notSeen = failed({
  kind: 'unknown-outcome',
  detail: 'its container was published, and it is not seen',
})

/** What an earlier attempt left: a container that can still be published, one that was, or nothing of use. */
async function containerLeft(
  outgoing: Outgoing,
  { state: look }: TwoSteps,
): Promise<Outcome<{ container: string } | 'published' | null>> {
  const left = leftBy(outgoing)
  if (!left) return done(null)
  const state = await look(left.container)
  if (!state.ok) return isGone(state.failure) ? done(null) : state
  if (state.value === 'PUBLISHED') return done('published')
  const isOfUse = ['FINISHED', 'IN_PROGRESS'].includes(state.value)
  return done(isOfUse && left.of === contentOf(outgoing) ? left : null)
}

/** Waits between two looks, in milliseconds: five minutes in all, as both networks advise for videos. */
const patience = [0, 50, 200, 500, 1000, 2000, 3000, 5000, ...Array<number>(29).fill(10_000)]

/** One that takes longer is looked at again by the next attempt. */
async function untilReady(
  container: string,
  { state: look, refused, network }: TwoSteps,
): Promise<Outcome<null>> {
  for (const ms of patience) {
    await wait(ms)
    const state = await look(container)
    if (!state.ok) return state
    if (state.value === 'FINISHED') return done(null)
    if (state.value === 'ERROR') return failed(refused)
    if (state.value !== 'IN_PROGRESS') break
  }
  return failed({ kind: 'transient', detail: `${network} is still working on the post` })
}

/**
 * Does what an earlier attempt wrote down tell whether it left? `null`: certainly not. `published`: it did, and the
 * lists must show it. `unknown`: only the lists tell.
 */
export async function toldByContainer(
  outgoing: Outgoing,
  look: TwoSteps['state'],
): Promise<Outcome<'published' | 'unknown' | null>> {
  const left = leftBy(outgoing)
  if (!left) return done('unknown')
  const state = await look(left.container)
  if (!state.ok) return isGone(state.failure) ? done('unknown') : state
  if (state.value === 'PUBLISHED') return done('published')
  return done(state.value === 'EXPIRED' ? 'unknown' : null)
}

/** The posts of the last 24 hours against what the network allows. It does not say when room comes: in an hour, again. */
export function roomLeft(
  tools: Tools,
  used: { usage: number; total: number } | undefined,
): Outcome<null> {
  if (!used || used.usage < used.total) return done(null)
  const until = new Date(tools.clock.now().getTime() + 60 * 60_000)
  return failed({
    kind: 'rate',
    until,
    detail: `${used.usage} posts in 24 hours, of ${used.total}`,
  })
}
