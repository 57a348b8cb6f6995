import ICAL from 'ical.js'
import { type Channel, listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type PlannedPost, planOf } from '#domain/publishing/index.ts'
import { type Language, oneLine, say, type Text } from '#platform/text.ts'

const MINUTES = 15
const SUMMARY = 80

/**
 * The plan as a calendar (RFC 5545): an event per post, a quarter of an hour long, so that it shows. Instants are in UTC:
 * every calendar shows them in its reader's zone.
 * @param origin where a post opens in the desk
 */
export async function planIcs(
  desk: Desk,
  company: { id: string; name: string; language: Language },
  range: { from: Date; to: Date; channelId?: string | undefined },
  origin: string,
): Promise<string> {
  const posts = await planOf(desk.db, company.id, range)
  const channels = new Map(
    (await listChannels(desk.db, company.id)).map((channel) => [channel.id, channel]),
  )
  const calendar = new ICAL.Component(['vcalendar', [], []])
  calendar.updatePropertyWithValue('version', '2.0')
  calendar.updatePropertyWithValue('prodid', '-//Vigie//Plan//EN')
  calendar.updatePropertyWithValue('x-wr-calname', `${company.name} · Vigie`)
  calendar.updatePropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H'))
  for (const post of posts) {
    calendar.addSubcomponent(eventOf(post, channels, company.language, origin))
  }
  return calendar.toString()
}

function eventOf(
  post: PlannedPost,
  channels: ReadonlyMap<string, Channel>,
  language: Language,
  origin: string,
): ICAL.Component {
  const event = new ICAL.Component('vevent')
  const handles = post.accounts.flatMap(({ channelId }) => channels.get(channelId)?.handle ?? [])
  const text = post.text || (post.accounts.find((one) => one.text)?.text ?? '')
  const at = post.scheduledAt ?? new Date(0)
  const urls = post.accounts.flatMap(({ url }) => url ?? [])
  event.updatePropertyWithValue('uid', `${post.id}@vigie`)
  event.updatePropertyWithValue('dtstamp', ICAL.Time.fromJSDate(post.updatedAt, true))
  event.updatePropertyWithValue('last-modified', ICAL.Time.fromJSDate(post.updatedAt, true))
  event.updatePropertyWithValue('dtstart', ICAL.Time.fromJSDate(at, true))
  event.updatePropertyWithValue('duration', ICAL.Duration.fromSeconds(MINUTES * 60))
  event.updatePropertyWithValue('summary', summaryOf(text, handles, post, language))
  event.updatePropertyWithValue('description', [text, ...urls].filter(Boolean).join('\n\n'))
  event.updatePropertyWithValue('url', `${origin}/calendar?compose=${post.id}`)
  event.updatePropertyWithValue('transp', 'TRANSPARENT')
  return event
}

function summaryOf(
  text: string,
  handles: string[],
  { status }: PlannedPost,
  language: Language,
): string {
  const short = oneLine(text, SUMMARY)
  const state = STATES[status]
  const words = [handles.join(', '), short].filter(Boolean).join(' · ')
  return state ? `${words} (${say(state, language)})` : words
}

/** What a reader of the calendar must know of a post before it is taken for granted. */
const STATES: Partial<Record<PlannedPost['status'], Text>> = {
  'in-review': { en: 'in review', fr: 'à valider' },
  held: { en: 'held', fr: 'suspendue' },
  failed: { en: 'did not go out', fr: 'pas partie' },
  unknown: { en: 'outcome unknown', fr: 'issue inconnue' },
  'partly-published': { en: 'partly published', fr: 'partie en partie' },
}
