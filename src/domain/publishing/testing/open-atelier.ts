import { onTestFinished } from 'vitest'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import type { Caller } from '#support/caller.ts'
import type { Connector } from '#connectors/_contract/connector.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { DeliveryView } from '../deliveries/api.ts'
import type { PostView } from '../posts/api.ts'
import type { PublishingTables } from '../tables.ts'
import { noticeBoard, type NoticeBoard } from './notice-board.ts'

export interface Atelier extends TestDesk {
  camille: Caller
  board: NoticeBoard
  /** Ids of the accounts, by handle. */
  accounts: Record<string, string>
  /** A draft by these accounts (`lyon` when none is named). */
  draft(text: string, more?: { by?: string[] } & Record<string, unknown>): Promise<PostView>
  /** A draft, scheduled: at a wall time, or now. */
  scheduled(
    text: string,
    wallTime?: string,
    more?: { by?: string[] } & Record<string, unknown>,
  ): Promise<PostView>
  read(post: { id: string }): Promise<PostView>
  /** The post's delivery by an account. */
  delivery(post: { id: string }, by?: string): Promise<DeliveryView>
  /** Sets the clock to a wall time in Lyon and does what is due. */
  at(wallTime: string): Promise<void>
  /** A day of its own, from nine in the morning; what was left undone is off the list and the board is told nothing. */
  newDay(): Promise<void>
  /** Lets so many seconds pass, then does what is due. */
  after(seconds: number): Promise<void>
}

/** The same for the length of one test. */
export async function openAtelierForOneTest(
  ...settings: Parameters<typeof openAtelier>
): Promise<Atelier> {
  const atelier = await openAtelier(...settings)
  onTestFinished(atelier.close)
  return atelier
}

/** Atelier Morel on Monday 23 November 2026 at nine, with accounts on the notice board. */
export async function openAtelier(
  board = noticeBoard(),
  handles = ['lyon', 'paris'],
  others: readonly Connector[] = [],
): Promise<Atelier> {
  const desk = await openTestDesk({
    connectors: [board.connector, ...others],
    now: '2026-11-23T09:00:00+01:00',
  })
  const camille = (await desk.signUp()).with({ 'accept-language': 'en' })
  const accounts: Record<string, string> = {}
  for (const handle of handles) {
    const connectorId = board.connector.manifest.id
    const { body } = await camille.post('/channels', { connectorId, fields: { handle } })
    accounts[handle] = body.id
  }
  await desk.settle()
  let day = 1
  const atelier: Atelier = {
    ...desk,
    camille,
    board,
    accounts,
    async draft(text, { by = ['lyon'], ...more } = {}) {
      const variants = by.map((handle) => ({ channelId: accounts[handle] }))
      return (await camille.post<PostView>('/posts', { text, variants, ...more })).body
    },
    async scheduled(text, wallTime, more) {
      const { id, version } = await atelier.draft(text, more)
      const answer = await camille.post<PostView>(`/posts/${id}/schedule`, { version, wallTime })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return answer.body
    },
    read: async ({ id }) => (await camille.get<PostView>(`/posts/${id}`)).body,
    async delivery(post, by = 'lyon') {
      const { deliveries } = await atelier.read(post)
      const found = deliveries.find(({ channelId }) => channelId === accounts[by])
      if (!found) throw new Error(`no delivery by ${by}`)
      return found
    },
    async at(wallTime) {
      desk.clock.set(`${wallTime}:00+01:00`)
      await desk.settle()
    },
    async newDay() {
      desk.clock.set(new Date(Date.UTC(2026, 10, 24 + 2 * day++, 8)))
      await tablesOf<PublishingTables>(desk.desk.db)
        .updateTable('deliveries')
        .set({ state: 'cancelled' })
        .where('state', 'in', ['planned', 'sending', 'handed'])
        .execute()
      for (const told of [board.turns, board.readings, board.asked]) told.length = 0
    },
    async after(seconds) {
      desk.clock.advance(seconds * 1000)
      await desk.settle()
    },
  }
  return atelier
}
