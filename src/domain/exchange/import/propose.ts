import type { z } from 'zod'
import type { Desk } from '#domain/desk.ts'
import { companyOf } from '#domain/governance/index.ts'
import type { Label, postInput } from '#domain/publishing/api.ts'
import { campaignIds, knownOrigins, pictureIds, whatHinders } from '#domain/publishing/index.ts'
import { timeZone as zoneShape } from '#platform/http/shapes.ts'
import type { Text } from '#platform/text.ts'
import type { Choices, Import } from '../tables.ts'
import { accountFinder, type FindAccount } from './accounts.ts'
import { aboutNamed, labelNamed } from './labels.ts'
import { isPast } from './past.ts'
import { readWhen } from './read-when.ts'
import type { Row } from './row.ts'
import * as words from './sentences.ts'

/** What would be made of a row, or why nothing can be. */
export interface Proposal {
  line: number
  key: string | null
  draft: z.input<typeof postInput>
  /** When it would leave; null for a draft. */
  when: { wallTime: string; timeZone: string } | null
  accounts: string[]
  problems: Text[]
  /** Imported before: it is left alone. */
  known: boolean
}

interface House {
  companyZone: string
  now: Date
  account: FindAccount
  campaigns: ReadonlyMap<string, string>
  pictures: ReadonlyMap<string, string>
  known: ReadonlySet<string>
  choices: Choices
  defaults: string[]
}

/** What a file would become in this company as it is now. Changes nothing. */
export async function propose(
  desk: Desk,
  { companyId, choices }: Pick<Import, 'companyId' | 'choices'>,
  rows: readonly Row[],
): Promise<Proposal[]> {
  const keys = rows.flatMap(({ key }) => key ?? [])
  const house: House = {
    companyZone: (await companyOf(desk.db, companyId)).timeZone,
    now: desk.clock.now(),
    account: await accountFinder(desk, companyId),
    campaigns: await campaignIds(desk.db, companyId),
    pictures: await pictureIds(
      desk.db,
      companyId,
      rows.flatMap(({ pictures }) => pictures),
    ),
    known: await knownOrigins(desk.db, companyId, ORIGIN, keys),
    choices,
    defaults: choices.channelIds,
  }
  const proposals = rows.map((row) => proposalOf(row, rows, house))
  for (const proposal of proposals) await askNetworks(desk, companyId, proposal)
  return proposals
}

/** What would leave is judged as any post is; a draft need not be ready. */
async function askNetworks(desk: Desk, companyId: string, proposal: Proposal): Promise<void> {
  const { when, known, draft, problems } = proposal
  if (when && !known && problems.length === 0)
    problems.push(...(await whatHinders(desk, companyId, draft)))
}

/** What marks a post as one that came in from a file. */
export const ORIGIN = 'import'

function proposalOf(row: Row, rows: readonly Row[], house: House): Proposal {
  const problems = [...row.problems]
  const note = <T>(found: { value: T } | { wrong: Text }): T[] => {
    if ('value' in found) return [found.value]
    problems.push(found.wrong)
    return []
  }
  const accounts = row.accounts.map(house.account).flatMap((found) => note(asValue(found)))
  const variants =
    accounts.length > 0 || row.accounts.length > 0
      ? accounts.map(({ id }) => ({ channelId: id }))
      : house.defaults.map((channelId) => ({ channelId }))
  const mediaIds = row.pictures.flatMap((name) =>
    note(named(house.pictures, name, words.unknownPicture)),
  )
  const labels = row.labels.flatMap((name) => note(labelOf(name)))
  const [campaignId = null] = row.campaign
    ? note(named(house.campaigns, row.campaign, words.unknownCampaign))
    : []
  const when = house.choices.asDrafts ? null : whenOf(row, house, problems)
  if (row.text.trim() === '' && row.pictures.length === 0) problems.push(words.empty)
  if (when && variants.length === 0 && row.accounts.length === 0) problems.push(words.noAccount)
  const first = row.key ? rows.find(({ key }) => key === row.key) : undefined
  if (first && first !== row) problems.push(words.twiceInFile(first.line))
  return {
    line: row.line,
    key: row.key,
    draft: {
      text: row.text,
      firstComment: row.firstComment,
      variants,
      mediaIds,
      labels: [...new Set(labels)],
      about: aboutNamed(row.about),
      campaignId,
    },
    when,
    accounts: variants.map(({ channelId }) => channelId),
    problems,
    known: row.key !== null && house.known.has(row.key),
  }
}

function whenOf(row: Row, house: House, problems: Text[]): Proposal['when'] {
  const timeZone = row.zone || house.companyZone
  if (!zoneShape.safeParse(timeZone).success) {
    problems.push(words.notAZone(timeZone))
    return null
  }
  const read = readWhen(row.date, row.time, house.choices)
  if ('none' in read) return null
  if ('wrong' in read) {
    problems.push(read.wrong)
    return null
  }
  const when = { wallTime: read.wallTime, timeZone }
  if (isPast(when, house.now)) problems.push(words.past)
  return when
}

const asValue = (found: ReturnType<FindAccount>) =>
  'channel' in found ? { value: found.channel } : found

function named(
  known: ReadonlyMap<string, string>,
  name: string,
  unknown: (name: string) => Text,
): { value: string } | { wrong: Text } {
  const exact = known.get(name)
  const alike = exact ?? [...known].find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1]
  return alike ? { value: alike } : { wrong: unknown(name) }
}

function labelOf(name: string): { value: Label } | { wrong: Text } {
  const label = labelNamed(name)
  return label ? { value: label } : { wrong: words.unknownLabel(name) }
}
