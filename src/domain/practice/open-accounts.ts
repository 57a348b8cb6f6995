import { randomUUID } from 'node:crypto'
import { keepChannel } from '#domain/channels/index.ts'
import type { Channel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import type { Company } from '#domain/governance/index.ts'
import {
  type AccountRow,
  connectionOf,
  freeHandle,
  issueToken,
  openAccount,
} from '#sandbox/index.ts'
import { accounts, shop } from './content/company.ts'
import { DAYS } from './plan-past.ts'

/** An account of the shop on the practice network, and the desk's channel to it. */
export interface ShopAccount {
  account: AccountRow
  channel: Channel
}

const DAYS_BEFORE = 30

/** Opens the shop's accounts, four months old, and connects them. */
export async function openAccounts(
  desk: Desk,
  company: Company,
  userId: string,
): Promise<Record<'place' | 'vitrine', ShopAccount>> {
  const opened = new Map<string, ShopAccount>()
  for (const { flavour, followers, seed } of accounts) {
    const account = await openAccount(desk, {
      flavour,
      followers,
      seed,
      handle: await freeHandle(desk, flavour, shop.handle),
      name: shop.name,
      about: shop.about[company.language],
      language: company.language,
      password: randomUUID(),
      companyId: company.id,
      createdAt: new Date(desk.clock.now().getTime() - (DAYS + DAYS_BEFORE) * 86_400_000),
    })
    const connected = connectionOf(desk, account, await issueToken(desk, account.id))
    const who = { companyId: company.id, id: userId }
    const channel = await keepChannel(desk, who, practiceConnector(desk), connected)
    opened.set(flavour, { account, channel })
  }
  return Object.fromEntries(opened) as Record<'place' | 'vitrine', ShopAccount>
}

/** The network that practice companies begin with. @throws Error when its folder was taken off this desk */
function practiceConnector(desk: Desk): string {
  for (const [id, { manifest }] of desk.connectors)
    if (manifest.practice && !manifest.plays) return id
  throw new Error('this desk has no practice network')
}
