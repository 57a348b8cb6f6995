import { Temporal } from 'temporal-polyfill'
import { v7 as uuid } from 'uuid'
import type { Desk } from '#domain/desk.ts'
import type { Company } from '#domain/governance/index.ts'
import { type Author, createCampaign, enterCost, savePhrase } from '#domain/publishing/index.ts'
import { type CampaignKey, campaigns } from './content/campaigns.ts'
import { shop } from './content/company.ts'
import { phrases } from './content/phrases.ts'

/** Opens the shop’s campaigns, with what they have cost so far. @returns their ids */
export async function openCampaigns(
  desk: Desk,
  { id: companyId, language, timeZone }: Company,
  channelIds: string[],
): Promise<ReadonlyMap<CampaignKey, string>> {
  const author = authorIn(companyId)
  const today = Temporal.Instant.fromEpochMilliseconds(desk.clock.now().getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const day = (count: number) => today.add({ days: count }).toString()
  const ids = new Map<CampaignKey, string>()
  for (const { key, from, to, budget, costs, ...words } of campaigns) {
    const id = uuid()
    ids.set(key, id)
    await createCampaign(desk, author, id, {
      name: words.name[language],
      objective: words.objective[language],
      audience: words.audience[language],
      message: words.message[language],
      tone: words.tone[language],
      startsOn: day(from),
      endsOn: day(to),
      budget,
      channelIds,
    })
    for (const { day: on, what, amount } of costs)
      await enterCost(desk, author, id, uuid(), { day: day(on), what: what[language], amount })
  }
  return ids
}

/** Keeps what the shop writes again and again. */
export async function keepPhrases(desk: Desk, { id, language }: Company): Promise<void> {
  for (const { kind, name, text, variables } of phrases)
    await savePhrase(desk, authorIn(id), uuid(), {
      kind,
      name: name[language],
      texts: { [language]: text[language] },
      variables: variables[language],
    })
}

function authorIn(companyId: string): Author {
  const name = shop.colleagues[0] ?? shop.name
  return { companyId, id: name, name }
}
