import { sql } from 'kysely'
import { done } from '#connectors/_contract/failure.ts'
import type { PostSummary, PostView } from '#domain/publishing/api.ts'
import type { Caller } from '#support/caller.ts'
import { openTestDesk, type TestDesk } from '#support/desk.ts'
import { type Village, village } from '#support/village.ts'

/** Atelier Morel with two accounts on the village, and one desk for all the tests of a file. */
export interface PlanningRoom extends TestDesk {
  camille: Caller
  place: Village
  /** Ids of the accounts, by handle. */
  accounts: Record<string, string>
  draft(text: string, by?: string[]): Promise<PostView>
  scheduled(text: string, wallTime: string, by?: string[]): Promise<PostView>
  read(post: { id: string } | undefined): Promise<PostView>
  /** All that stands on the calendar from a day on, in order. */
  planned(from?: string): Promise<PostSummary[]>
  /** Sets the clock to a wall time in Lyon, winter time, and does what is due. */
  at(wallTime: string): Promise<void>
  after(seconds: number): Promise<void>
  /** Monday 23 November 2026, nine o'clock, and nothing planned. */
  startAfresh(): Promise<void>
}

export async function openPlanningRoom(handles = ['lyon', 'paris']): Promise<PlanningRoom> {
  const place = village()
  const { connector } = place
  const account = (handle: string) => ({
    account: { remoteId: handle, handle, settings: {}, secrets: {} },
    displayName: handle,
    profileUrl: `https://village.example/${handle}`,
  })
  const connect = {
    withCredentials: async (_: unknown, { handle = '' }) => done(account(handle)),
    check: async (_: unknown, { handle }: { handle: string }) => done(account(handle)),
  }
  const desk = await openTestDesk({ connectors: [{ ...connector, connect }] })
  const camille = (await desk.signUp()).with({ 'accept-language': 'en' })
  const accounts: Record<string, string> = {}
  for (const handle of handles) {
    const { body } = await camille.post('/channels', { connectorId: 'village', fields: { handle } })
    accounts[handle] = body.id
  }
  await desk.settle()
  const room: PlanningRoom = {
    ...desk,
    camille,
    place,
    accounts,
    async draft(text, by = ['lyon']) {
      const variants = by.map((handle) => ({ channelId: accounts[handle] }))
      return (await camille.post<PostView>('/posts', { text, variants })).body
    },
    async scheduled(text, wallTime, by) {
      const { id, version } = await room.draft(text, by)
      const answer = await camille.post<PostView>(`/posts/${id}/schedule`, { version, wallTime })
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
      return answer.body
    },
    read: async (post) => (await camille.get<PostView>(`/posts/${post?.id}`)).body,
    async planned(from = '2026-11-01') {
      const range = `from=${from}T00:00:00Z&to=2028-12-01T00:00:00Z`
      return (await camille.get<PostSummary[]>(`/posts?${range}`)).body
    },
    async at(wallTime) {
      desk.clock.set(`${wallTime}:00+01:00`)
      await desk.settle()
    },
    async after(seconds) {
      desk.clock.advance(seconds * 1000)
      await desk.settle()
    },
    async startAfresh() {
      desk.clock.set('2026-11-23T09:00:00+01:00')
      await sql`
        delete from recurrences;
        delete from evergreens;
        delete from shelf_looks;
        delete from slots;
        delete from metric_facts;
        delete from deliveries;
        delete from posts;`.execute(desk.desk.db)
      place.heard.length = 0
    },
  }
  return room
}
