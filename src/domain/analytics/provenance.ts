import { type Channel, connectorOf } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type Language, say } from '#platform/text.ts'
import type { FigureView } from './api.ts'
import { FOLLOWED_DAYS } from './collect.ts'
import type { Period } from './period.ts'
import { followersDenominator, gaps, sources } from './sentences.ts'

interface Told {
  channels: Channel[]
  now: Period
  before: Period
  /** Length of the period, in days. */
  days: number
}

/** Says of each figure where it comes from, what it is divided by, and what is missing. */
export function provenanceOf(
  desk: Desk,
  { channels, now, before, days }: Told,
  language: Language,
) {
  const told = channels.filter((channel) => now.followers.has(channel.id))
  const audience = told.reduce((total, channel) => total + (now.followers.get(channel.id) ?? 0), 0)
  const count = new Intl.NumberFormat(language).format(audience)

  const reading = (): string[] => [
    ...(channels.length === 0 ? [say(gaps.noAccount, language)] : []),
    ...(now.read.size > 0 && now.read.size < days
      ? [say(gaps.daysMissing, language, { count: days - now.read.size })]
      : []),
    ...(before.read.size === 0 ? [say(gaps.beforeUnread, language)] : []),
    ...silentNetworks(desk, channels).map((network) =>
      say(gaps.silentNetwork, language, { network }),
    ),
    ...countedByHand(desk, channels, now, language),
  ]
  const unknownFollowers = (): string[] => {
    const missing = channels
      .filter((channel) => !now.followers.has(channel.id))
      .map((channel) => channel.handle)
    return missing.length > 0
      ? [say(gaps.followersUnknown, language, { accounts: missing.join(', ') })]
      : []
  }
  const holes: Record<FigureView['key'], () => string[]> = {
    posts: () => [],
    engagement: reading,
    'engagement-rate': () => [...reading(), ...unknownFollowers()],
    followers: unknownFollowers,
    clicks: () => [say(gaps.linksUntracked, language)],
    'check-ins': () => {
      const uncounted = days - (now.checkIns?.days ?? 0)
      return uncounted > 0 ? [say(gaps.daysUncounted, language, { count: uncounted })] : []
    },
  }
  return (key: FigureView['key']) => ({
    source: say(sources[key], language, { days: FOLLOWED_DAYS }),
    denominator:
      key === 'engagement-rate' && told.length > 0
        ? say(followersDenominator, language, { count, accounts: told.length })
        : null,
    gaps: holes[key](),
  })
}

/** Of accounts that only people count: who did, or that nobody did. */
function countedByHand(
  desk: Desk,
  channels: Channel[],
  { entered }: Period,
  language: Language,
): string[] {
  return channels
    .filter((channel) => connectorOf(desk, channel).manifest.handed)
    .map(({ id, displayName: network }) => {
      const names = entered.get(id)?.join(', ')
      return names
        ? say(gaps.countedByHand, language, { network, names })
        : say(gaps.notCountedByHand, language, { network })
    })
}

function silentNetworks(desk: Desk, channels: Channel[]): string[] {
  const silent = channels
    .map((channel) => connectorOf(desk, channel).manifest)
    .filter((manifest) => manifest.metrics.post.length === 0 && !manifest.handed)
    .map((manifest) => manifest.name)
  return [...new Set(silent)]
}
