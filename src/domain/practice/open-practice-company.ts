import type { Desk } from '#domain/desk.ts'
import { type Company, createCompany, practiceCompanyOf } from '#domain/governance/index.ts'
import { inOneTransaction } from '#platform/db/join-transaction.ts'
import type { Language } from '#platform/text.ts'
import { importHistory, markVisited } from '#sandbox/index.ts'
import type { Practitioner } from './actor-of.ts'
import { compareVersions } from './compare-versions.ts'
import { shop } from './content/company.ts'
import { addAngryCustomer, exchangesOf, importConversations } from './import-conversations.ts'
import { importFigures } from './import-figures.ts'
import { importMentions } from './import-mentions.ts'
import { keepPictures } from './keep-pictures.ts'
import { openAccounts, type ShopAccount } from './open-accounts.ts'
import { keepPhrases, openCampaigns } from './open-campaigns.ts'
import { planHours } from './plan-hours.ts'
import { planPast } from './plan-past.ts'
import { prepareUpcoming } from './prepare-upcoming.ts'
import { importPosts, tellPast, type Told } from './tell-past.ts'

/**
 * Opens a furniture shop with ninety days behind it, on the practice network: posts and what they brought,
 * conversations, mentions, clicks, comparisons, and posts about to leave. All of it is written in one
 * transaction: a desk that stops in the middle has nothing of it. Somebody who has one already gets it back.
 */
export async function openPracticeCompany(
  desk: Desk,
  person: Practitioner,
  language: Language,
): Promise<Company> {
  return inOneTransaction(desk, async (within) => {
    const already = await practiceCompanyOf(within.db, person.userId)
    if (already) return already
    const at = within.clock.now()
    const { name, timeZone } = shop
    const owner = { userId: person.userId }
    const company = await createCompany(within.db, owner, {
      name,
      language,
      timeZone,
      practice: true,
      at,
    })
    await furnish(within, company, person)
    return company
  })
}

async function furnish(desk: Desk, company: Company, person: Practitioner): Promise<void> {
  const now = desk.clock.now()
  const accounts = await openAccounts(desk, company, person.userId)
  const both = [accounts.place, accounts.vitrine]
  const pictures = await keepPictures(
    desk,
    company,
    both.map(({ account }) => account),
  )
  const planned = planPast(now, company.timeZone, company.language)
  const past: { shop: ShopAccount; told: Told[] }[] = []
  for (const place of ['place', 'vitrine'] as const) {
    const mine = planned.filter(({ text: { on } }) => on === 'both' || on === place)
    past.push({
      shop: accounts[place],
      told: await tellPast(desk, company, accounts[place], mine, pictures),
    })
  }
  addAngryCustomer(company, past[0]?.told ?? [], now)
  const channelIds = both.map(({ channel }) => channel.id)
  const campaignIds = await openCampaigns(desk, company, channelIds)
  await keepPhrases(desk, company)
  const postIds = await importPosts(desk, company, planned, past, pictures, campaignIds)
  for (const account of past) await importAccount(desk, company, account)
  await importMentions(desk, company, both.toReversed())
  await compareVersions(desk, company, person, planned, postIds)
  await prepareUpcoming(desk, company, accounts, pictures, campaignIds)
  await planHours(desk, company, person, accounts)
}

/** The past of one account: on the network, in the inbox, in the figures. */
async function importAccount(
  desk: Desk,
  company: Company,
  { shop: place, told }: { shop: ShopAccount; told: Told[] },
): Promise<void> {
  const { account } = place
  const exchanges = exchangesOf(desk, company, place, told)
  const posts = told.map(
    ({ remoteId: id, publishedAt: at, words: text, images, deliveryId: key, aftermath }) => ({
      id,
      at,
      text,
      language: company.language,
      images,
      key,
      aftermath,
    }),
  )
  await importHistory(desk, account, posts, exchanges.replies)
  await markVisited(desk, account.id)
  await importConversations(desk, company, place, told, exchanges, shop.colleagues)
  await importFigures(desk, company, place, told)
}
