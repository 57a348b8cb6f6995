import { useMemo } from 'react'
import type { TextRules } from '#connectors/_contract/text-rules.ts'
import type { ChannelView } from '#domain/channels/api.ts'
import type { Counted } from './account-chips.tsx'
import { type Draft, textFor } from './draft.ts'
import type { Check } from './queries.ts'

/**
 * What each account's text counts, at every key pressed. What the desk adds or takes off (a link made shorter)
 * is known from its last check and carried along.
 */
export function useCounts(
  draft: Draft,
  channels: ReadonlyMap<string, ChannelView>,
  rules: ReadonlyMap<string, TextRules>,
  check: Check | null,
): ReadonlyMap<string, Counted> {
  return useMemo(() => {
    const counts = new Map<string, Counted>()
    for (const { channelId } of draft.variants) {
      const channel = channels.get(channelId)
      const rule = channel && rules.get(channel.looksLike)
      if (!rule) continue
      const written = rule.count(textFor(draft, channelId))
      const checked = check?.channels.find((one) => one.channelId === channelId)
      const changed =
        checked && check ? checked.length - rule.count(textFor(check.draft, channelId)) : 0
      counts.set(channelId, { length: Math.max(0, written + changed), max: channel.limits.textMax })
    }
    return counts
  }, [draft, channels, rules, check])
}
