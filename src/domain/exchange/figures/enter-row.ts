import { type Counter, enterFigures, enterVisits } from '#domain/analytics/index.ts'
import type { Channel } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { findDeliveryByUrl, importHistory, instantOf } from '#domain/publishing/index.ts'
import { Problem } from '#platform/http/problem.ts'
import { say, type Text } from '#platform/text.ts'
import type { FindAccount } from '../import/accounts.ts'
import type { FigureRow } from './read-rows.ts'
import * as words from './sentences.ts'

/** What became of a row: what it is about, and what is wrong with it. */
export interface Entered {
  about: string
  isPast: boolean
  problems: Text[]
}

interface House {
  counter: Counter
  account: FindAccount
  timeZone: string
}

/** Enters one row in the caller's transaction, or says why it cannot be. Nothing of a row that is wrong is entered. */
export async function enterRow(within: Desk, house: House, row: FigureRow): Promise<Entered> {
  const { day, link, account, text } = row
  const problems = [...row.problems]
  if (Object.keys(row.counts).length === 0 && row.departures === null && problems.length === 0)
    problems.push(words.noFigure)
  const named = account ? house.account(account) : null
  if (named && 'wrong' in named) problems.push(named.wrong)
  const channel = named && 'channel' in named ? named.channel : null
  const known = link ? await findDeliveryByUrl(within.db, house.counter.companyId, link) : undefined
  const about = known?.text ?? (text || link || channel?.displayName || '')
  const isPast = !known && link !== '' && channel !== null && text !== ''
  if (!link && !account) problems.push(words.noSubject)
  else if (link && !known && !isPast && problems.length === 0)
    problems.push(words.unknownLink(link))
  if (!link && channel && problems.length === 0 && !isVisit(row)) problems.push(words.onlyVisits)
  if (problems.length > 0 || !day) return { about, isPast: false, problems }
  try {
    if (known) await ofPost(within, house, known.id, day, row)
    else if (isPast) await ofPast(within, house, channel, day, row)
    else if (channel) await ofPlace(within, house, channel, day, row)
    return { about, isPast, problems }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { about, isPast: false, problems: told(error) }
  }
}

const ofPost = (within: Desk, { counter }: House, id: string, day: string, row: FigureRow) =>
  enterFigures(within, counter, id, { day, counts: row.counts })

/** A post that this desk never knew, of a network that is over perhaps: kept as it was, with its figures. */
async function ofPast(
  within: Desk,
  house: House,
  channel: Channel,
  day: string,
  row: FigureRow,
): Promise<void> {
  const { counter, timeZone } = house
  const at = instantOf(`${row.published ?? day}T12:00`, timeZone)?.instant ?? within.clock.now()
  const deliveries = [
    { channelId: channel.id, remoteId: row.link, remoteUrl: row.link, publishedAt: at },
  ]
  const [made] = await importHistory(within.db, {
    companyId: counter.companyId,
    by: counter.name,
    timeZone,
    posts: [{ text: row.text, scheduledAt: at, deliveries }],
  })
  const [delivery] = made?.deliveries ?? []
  if (delivery) await ofPost(within, house, delivery.id, day, row)
}

async function ofPlace(
  within: Desk,
  { counter }: House,
  channel: Channel,
  day: string,
  { counts, departures }: FigureRow,
): Promise<void> {
  const arrivals = counts['check-ins'] ?? 0
  await enterVisits(within, counter, channel.id, { day, arrivals, departures })
}

/** All that is counted of a place: who came, and perhaps who left. */
const isVisit = ({ counts }: FigureRow) =>
  counts['check-ins'] !== undefined && Object.keys(counts).length === 1

/** A refusal in its own words, by field where it names some. */
function told({ kind, params, fields }: Problem): Text[] {
  if (fields.length > 0) return fields.map(({ detail }) => detail)
  return [{ en: say(kind.detail, 'en', params), fr: say(kind.detail, 'fr', params) }]
}
