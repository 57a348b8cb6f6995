import { expect, vi } from 'vitest'
import type { CaseView } from '#domain/cases/api.ts'
import type { AlertsView } from '#domain/listening/alerts/api.ts'
import type { MentionView, SourceView } from '#domain/listening/api.ts'
import type { Source } from '#domain/listening/model.ts'
import { write } from '#domain/listening/passage/message.ts'
import { parkIn } from '#domain/listening/passage/park.ts'
import { tablesOf } from '#platform/db/database.ts'
import type { Caller } from '#support/caller.ts'
import type { openFaultyListening } from './open-desk.ts'
import { reshareOf, type Voice, voices } from './voices.ts'

const WAIT = { timeout: 30_000, interval: 20 }
/** Batches that the square tells before anything is gone. */
export const REACHED = 2

type Here = Awaited<ReturnType<typeof openFaultyListening>>
export type Slandered = Awaited<ReturnType<typeof slandered>>

/**
 * Atelier Morel, of which three people wrote on the square. Each was told in an alert, made a lead, given to somebody,
 * corrected, judged, and heard with something that no query finds; something of each is set aside. Two were reshared.
 * Nobody holds the stream any more.
 */
export async function slandered(here: Here) {
  const { square, settle } = here
  const { id, camille, count } = await here.company()
  const who = voices()
  const { yanis, lucie, sofia } = who
  const { body: query } = await camille.post('/queries', { expression: 'morel' })
  const { body: settings } = await camille.get('/alerts/settings')
  await camille.put('/alerts/settings', { ...settings, risks: ['threat', 'safety'] })
  const webhook = { name: 'Le CRM', url: 'https://crm.example/vigie' }
  await camille.post('/webhooks', { ...webhook, events: ['mention.found', 'alert.raised'] })
  square.silence()
  const live = { connectorId: 'square', live: true }
  const { body: source } = await camille.post<SourceView>('/sources', live)
  await settle()
  await vi.waitFor(() => expect(square.listening).toBe(1), WAIT)
  const reshared = [reshareOf(lucie, 'Morel, encore'), reshareOf(sofia, 'Morel, ma pauvre')]
  square.tells({ items: [yanis.post, lucie.post, sofia.post, ...reshared] })
  square.tells({ changed: [yanis.unheard, lucie.unheard, sofia.unheard] })
  await reached(here, source.id, REACHED)
  await settle()

  const ids = new Map<Voice, string>()
  const leads = new Map<Voice, string>()
  const { body: found } = await camille.get<{ items: MentionView[] }>('/mentions')
  for (const one of [yanis, lucie, sofia]) {
    const { id: mentionId } = found.items.find(({ url }) => url === one.post.url) ?? { id: '' }
    ids.set(one, mentionId)
    leads.set(one, await workOn(camille, query.id, mentionId, one))
  }
  await letGo(here, camille, source.id)
  await setAside(here, id, source.id, [yanis, lucie, sofia])

  const gone = [yanis, lucie].map((one) => ids.get(one) ?? '')
  const leadOf = async (one: Voice) =>
    (await camille.get<CaseView>(`/cases/${leads.get(one)}`)).body
  const alertOf = async (risk: string) =>
    (await camille.get<AlertsView>('/alerts')).body.alerts.find((one) => one.risk === risk)
  const others = (table: string) =>
    count(table, `mention_id not in (${gone.map((one) => `'${one}'`).join()})`)
  return {
    ...who,
    id,
    sourceId: source.id,
    gone,
    leadOf,
    alertOf,
    /** What must be there as it was, whoever else is forgotten. */
    async neighbours() {
      const { body } = await camille.get<{ items: MentionView[] }>('/mentions')
      const theirs = body.items.filter((one) => !gone.includes(one.id))
      return {
        // Beside what was reshared of Lucie nothing stands any more.
        mentions: theirs.map((one) =>
          one.url === reshared[0]?.url ? { ...one, fold: null } : one,
        ),
        folds: await others('mention_folds'),
        judgements: await others('query_judgements'),
        assignments: await others('mention_assignments'),
        alert: await alertOf('safety'),
        told: (await alertOf('threat'))?.count,
        lead: await leadOf(sofia),
        columns: await here.columnsWith([...sofia.words, ...sofia.names]),
      }
    },
    /** What the rest of the desk was told under that name; it heard all of it. */
    async told(name: string) {
      const rows = await tablesOf<{ events: ToldEvent }>(here.desk.db)
        .selectFrom('events')
        .select(['payload', 'handledAt', 'lastError'])
        .where('companyId', '=', id)
        .where('name', '=', name)
        .execute()
      expect(rows.filter((one) => one.handledAt === null || one.lastError !== null)).toEqual([])
      return rows.map(({ payload }) => payload)
    },
    /** Has the square listened to no longer. */
    async leave() {
      await camille.delete(`/sources/${source.id}`)
      await settle()
    },
  }
}

interface ToldEvent {
  companyId: string
  name: string
  payload: unknown
  handledAt: Date | null
  lastError: string | null
}

/** @returns the id of the lead that is made of it */
async function workOn(
  camille: Caller,
  queryId: string,
  mentionId: string,
  { author, names: [name, handle] }: Voice,
): Promise<string> {
  const note = `Répondre à ${name}`
  await camille.put(`/mentions/${mentionId}/assignment`, { userId: 'me', note })
  await camille.patch(`/mentions/${mentionId}`, { sentiment: 'positive' })
  await camille.put(`/queries/${queryId}/judgements`, { mentionId, relevant: true })
  const lead = { kind: 'lead', mentionIds: [mentionId], title: `Rappeler ${name}` }
  const { status, body } = await camille.post('/cases', lead, { 'idempotency-key': mentionId })
  expect([status, body.person.name]).toEqual([201, author.name])
  await camille.post(`/cases/${body.id}/notes`, { text: `${handle} : le soir` })
  return body.id
}

/** Until what was told at that place is kept. */
export async function reached({ desk }: Here, sourceId: string, place: number): Promise<void> {
  await vi.waitFor(async () => {
    expect((await sourceRow(desk.db, sourceId)).cursor).toBe(String(place))
  }, WAIT)
}

const sourceRow = (db: Here['desk']['db'], id: string): Promise<Source> =>
  tablesOf<{ sources: Source }>(db)
    .selectFrom('sources')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** Leaves the stream to whoever takes it up first. */
async function letGo({ square, settle }: Here, camille: Caller, sourceId: string): Promise<void> {
  await camille.patch(`/sources/${sourceId}`, { paused: true })
  await settle()
  await vi.waitFor(() => expect(square.listening).toBe(0), WAIT)
  await camille.patch(`/sources/${sourceId}`, { paused: false })
}

async function setAside(
  { desk }: Here,
  companyId: string,
  sourceId: string,
  all: readonly Voice[],
): Promise<void> {
  const source = await sourceRow(desk.db, sourceId)
  const now = desk.clock.now()
  const items = all.map(({ post }) => post)
  const brought = { source, live: true, items, changed: [], gone: { posts: [], authors: [] } }
  const reason = { en: 'A test.', fr: 'Un essai.' }
  await desk.db.transaction().execute(async (trx) => {
    for (const { id: identity, body } of write(brought, now))
      await parkIn(trx, { companyId, sourceId, body, times: 5, reason, identity }, now)
  })
}
