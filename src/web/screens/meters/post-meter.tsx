import { useLingui } from '@lingui/react/macro'
import type { ChannelView } from '#domain/channels/api.ts'
import type { MeterView, QuotaView } from '#domain/publishing/quota/api.ts'
import { Mark, NetworkStamp } from '#web/ui/index.ts'
import type { Draft } from '../composer/draft.ts'
import { CountedHere } from './counted-here.tsx'
import { usePostMeter } from './queries.ts'

interface PostMeterProps {
  draft: Draft
  postId: string | null
  wallTime: string | null
  channels: ReadonlyMap<string, ChannelView>
}

/** Before it is scheduled: what the post uses of each account's quota at its hour, and what it costs. */
export function PostMeter({ channels, ...meant }: PostMeterProps) {
  const { t } = useLingui()
  const { data = [] } = usePostMeter(meant)
  const told = meant.draft.variants.length > 0 ? data.flatMap(linesOf) : []
  if (told.length === 0) return null
  return (
    <section aria-label={t`Quota and cost`} aria-live="polite" className="text-sm">
      <ul className="space-y-1.5">
        {told.map(({ channelId, sentence, isWarning }) => (
          <li key={channelId + sentence} className="flex items-start gap-2">
            <Stamp channel={channels.get(channelId)} />
            <p className={isWarning ? 'text-ink' : 'text-ink-2'}>
              {isWarning && <Mark status="in_review" className="mr-1.5 inline-block" />}
              {sentence}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-1.5 text-xs text-ink-3">
        <CountedHere />
      </p>
    </section>
  )
}

function Stamp({ channel }: { channel: ChannelView | undefined }) {
  return (
    channel && (
      <NetworkStamp
        stamp={channel.stamp}
        name={channel.networkName}
        className="mt-[3px] shrink-0"
      />
    )
  )
}

interface Line {
  channelId: string
  sentence: string
  isWarning: boolean
}

function linesOf({ channelId, quotas, costs }: MeterView): Line[] {
  return [
    ...quotas.filter(isWorthTelling).map(({ sentence, warning }) => ({
      channelId,
      sentence: warning ?? sentence,
      isWarning: warning !== null,
    })),
    ...costs
      .filter(({ amount }) => amount > 0)
      .map(({ sentence }) => ({ channelId, sentence, isWarning: false })),
  ]
}

const NEAR = 0.8

/** What people plan by; the politeness towards machines only once it comes near. */
const isWorthTelling = ({ quiet, used, planned, adds, max }: QuotaView) =>
  !quiet || used + planned + adds > max * NEAR
