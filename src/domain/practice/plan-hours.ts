import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import type { Company } from '#domain/governance/index.ts'
import { createRecurrence, putSlots, shelve } from '#domain/planning/index.ts'
import { postInput } from '#domain/publishing/api.ts'
import { wallTimeOf } from '#domain/publishing/index.ts'
import { actorOf, type Practitioner } from './actor-of.ts'
import { stays, week, openDay } from './content/hours.ts'
import type { ShopAccount } from './open-accounts.ts'

/** Gives the shop the hours at which it publishes, a post that comes again each Saturday, and a small shelf. */
export async function planHours(
  desk: Desk,
  company: Company,
  person: Practitioner,
  accounts: Record<'place' | 'vitrine', ShopAccount>,
): Promise<void> {
  const actor = actorOf(company, person)
  const { language, timeZone } = company
  const place = accounts.place.channel.id
  for (const { channel } of Object.values(accounts)) await putSlots(desk, actor, channel.id, week)
  const written = (text: string) =>
    postInput.parse({ text, language, variants: [{ channelId: place }] })
  for (const text of stays) {
    await shelve(desk, actor, uuid(), {
      post: written(text[language]),
      everyWeeks: 8,
      until: null,
    })
  }
  const today = wallTimeOf(desk.clock.now(), timeZone).slice(0, 10)
  await createRecurrence(desk, actor, uuid(), {
    post: written(openDay[language]),
    texts: [],
    rule: 'FREQ=WEEKLY;BYDAY=SA;COUNT=12',
    wallTime: `${today}T08:30`,
    timeZone,
  })
}
