import { afterAll } from 'vitest'
import { claimNext, type Office } from '#domain/publishing/deliveries/claim-delivery.ts'
import { deliveryWork } from '#domain/publishing/deliveries/jobs.ts'
import { TIMINGS } from '#domain/publishing/deliveries/timings.ts'
import type { DeliveryView, PostView } from '#domain/publishing/api.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { groundConnectors, type Kind, KINDS } from './connectors.ts'
import { type GroundFault, type Operation, type Script, scripted } from './faults.ts'
import { type Ground, openGround } from './network.ts'

/** Long enough on a busy machine, short enough for a test to wait for it. */
const TIMEOUT_MS = 700

/** A desk with one account on each kind of network, the network, and what it is told to do wrong. */
export interface Stand extends TestDesk {
  camille: Caller
  ground: Ground
  script: Script
  office: () => Office
  /** Told to the account of each kind. */
  tell(operation: Operation, ...faults: GroundFault[]): void
  /** A post by the account of each kind, to leave now. Its text is its name on the network. */
  post(text: string, more?: object): Promise<PostView>
  /** What became of it by the account of a kind. */
  deliveries(post: { id: string }, kind: Kind): Promise<DeliveryView[]>
  /** How each kind stands: the state of its deliveries in order, and how often the text is on the network. */
  outcome(post: PostView): Promise<Record<Kind, string>>
  /** Does what is due now; a hand that stumbles does not stop the others. */
  work(): Promise<void>
  /** Lets time pass, as much as the ledger ever waits by itself for one delivery, doing what falls due. */
  pass(): Promise<void>
  after(seconds: number): Promise<void>
  connect(kind: Kind): Promise<string>
  /** The next worker takes the next delivery and is never heard of again. */
  dies(): ReturnType<typeof claimNext>
}

export async function openStand(): Promise<Stand> {
  const script = scripted()
  const ground = await openGround(script, 2 * TIMEOUT_MS)
  afterAll(() => ground.close())
  const desk = await openTestDesk({
    connectors: groundConnectors(TIMEOUT_MS),
    env: { VIGIE_SANDBOX_URL: ground.url },
  })
  const camille = (await desk.signUp()).with({ 'accept-language': 'en' })
  const office = (): Office => ({ desk: desk.desk, timings: TIMINGS, held: new Set() })
  const hands = deliveryWork(desk.desk)
  const connect = async (kind: Kind): Promise<string> => {
    const fields = { handle: kind }
    const answer = await camille.post('/channels', { connectorId: `ground-${kind}`, fields })
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
    return answer.body.id
  }
  const channelIds = Object.fromEntries(
    await Promise.all(KINDS.map(async (kind) => [kind, await connect(kind)])),
  ) as Record<Kind, string>

  const stand: Stand = {
    ...desk,
    camille,
    ground,
    script,
    office,
    connect,
    dies: () => claimNext(office()),
    tell(operation, ...faults) {
      for (const kind of KINDS) script.next(kind, operation, ...faults)
    },
    async post(text, more = {}) {
      const variants = KINDS.map((kind) => ({ channelId: channelIds[kind] }))
      const { body: draft } = await camille.post('/posts', { text, variants, ...more })
      const when = { version: draft.version }
      const answer = await camille.post<PostView>(`/posts/${draft.id}/schedule`, when)
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return answer.body
    },
    async deliveries({ id }, kind) {
      const { body } = await camille.get<PostView>(`/posts/${id}`)
      return body.deliveries.filter(({ channelId }) => channelId === channelIds[kind])
    },
    async outcome(post) {
      const told = KINDS.map(async (kind) => {
        const deliveries = await stand.deliveries(post, kind)
        const times = deliveries.map(
          ({ text }) => ground.posts.filter((p) => p.account === kind && p.text === text).length,
        )
        return [kind, deliveries.map(({ state }, n) => `${state} ${times[n]}`).join(', ')]
      })
      return Object.fromEntries(await Promise.all(told)) as Record<Kind, string>
    },
    async work() {
      for (let idle = 0; idle < 2;) {
        const done = await Promise.allSettled(hands.map((hand) => hand.runDue()))
        idle = done.some((one) => one.status === 'fulfilled' && one.value > 0) ? 0 : idle + 1
      }
    },
    async after(seconds) {
      desk.clock.advance(seconds * 1000)
      await stand.work()
    },
    async pass() {
      await stand.work()
      for (const seconds of [5, 15, 35, 65, 65, 120]) await stand.after(seconds)
    },
  }
  return stand
}
