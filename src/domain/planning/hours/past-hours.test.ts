import { beforeEach, expect, test } from 'vitest'
import { recordFacts } from '#domain/analytics/index.ts'
import { importHistory } from '#domain/publishing/index.ts'
import { openPlanningRoom } from '../testing/open-planning-room.ts'
import type { HoursView } from './api.ts'

const room = await openPlanningRoom(['lyon'])
beforeEach(room.startAfresh)
const channelId = room.accounts['lyon'] ?? ''
const timeZone = 'Europe/Paris'

/** Posts of the last weeks, one a day at nine or at six in the evening, with their likes. */
async function past(days: number, likes: (hour: number, day: number) => number) {
  const companyId = room.camille.headers['vigie-company'] ?? ''
  for (let day = 5; day < 5 + days; day++) {
    const hour = day % 2 === 0 ? 18 : 9
    // Lyon is two hours ahead before 25 October, one after.
    const at = new Date(Date.UTC(2026, 10, 23 - day, hour - (day > 29 ? 2 : 1)))
    const left = {
      channelId,
      remoteId: `past-${day}`,
      remoteUrl: 'https://v.example',
      publishedAt: at,
    }
    const posts = [{ text: `Chaise ${day}`, scheduledAt: at, deliveries: [left] }]
    const [kept] = await importHistory(room.desk.db, { companyId, by: 'Camille', timeZone, posts })
    const subjectId = kept?.deliveries[0]?.id ?? ''
    const metric = {
      metric: 'likes',
      value: likes(hour, day),
      readAt: new Date(at.getTime() + 3_600_000),
    }
    const whose = { companyId, channelId, subject: 'delivery' as const, subjectId, timeZone }
    await recordFacts(room.desk.db, [{ ...whose, ...metric }])
  }
}
const ask = async () =>
  (await room.camille.get<HoursView>(`/best-hours?channelId=${channelId}`)).body

test('with fourteen posts nobody can tell, and it says so', async () => {
  await past(14, (hour) => (hour === 18 ? 40 : 4))
  expect(await ask()).toMatchObject({ verdict: 'too-few', posts: 14, needed: 30, hours: [] })
})

test('an evening that brings four times the reactions is named, on the wall of the company', async () => {
  await past(60, (hour, day) => (hour === 18 ? 40 : 10) + (day % 7))
  const { verdict, hours } = await ask()
  expect(verdict).toBe('found')
  const best = hours.find(({ weekday, hour }) => weekday === null && hour === 18)
  expect(best).toMatchObject({ posts: 30 })
  expect(best?.ratio).toBeGreaterThan(2)
})
