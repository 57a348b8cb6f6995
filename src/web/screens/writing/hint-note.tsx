import { Trans, useLingui } from '@lingui/react/macro'
import { PencilLine } from 'lucide-react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { HintView } from '#domain/publishing/hints/api.ts'
import { Button, NetworkStamp } from '#web/ui/index.ts'
import { pointAt } from './passage.ts'

interface HintNoteProps {
  hint: HintView
  text: string
  channels: ReadonlyMap<string, ChannelView>
  notHere: () => void
  never: () => void
}

/** One remark; its passage is underlined in the text while one points at it or is inside it. */
export function HintNote({ hint, text, channels, notHere, never }: HintNoteProps) {
  const { t } = useLingui()
  const { where, channelId, sentence } = hint
  const channel = channelId ? channels.get(channelId) : undefined
  const show = () =>
    pointAt(where && { channelId, ...where, words: text.slice(where.start, where.end) })
  const hide = () => pointAt(null)
  return (
    <li className="flex items-start gap-2">
      <PencilLine
        size={14}
        strokeWidth={1.5}
        aria-hidden
        className="mt-[3px] shrink-0 text-ink-3"
      />
      <div
        role="presentation"
        className="min-w-0 flex-1"
        onMouseEnter={show}
        onMouseLeave={hide}
        onFocus={show}
        onBlur={hide}
      >
        <p className="text-ink-2 [overflow-wrap:anywhere]">
          {channel && (
            <NetworkStamp
              stamp={channel.stamp}
              name={channel.networkName}
              className="mr-1 align-text-bottom"
            />
          )}
          {sentence}
        </p>
        <details className="text-ink-3">
          <summary className="min-h-6 w-fit cursor-pointer text-xs leading-6 underline decoration-rule-strong underline-offset-2">
            <Trans>Why?</Trans>
          </summary>
          <p className="text-xs">
            {hint.why} {hint.source && <Source source={hint.source} />}
          </p>
          <div className="mt-1 -ml-2 flex flex-wrap gap-1">
            <Button
              kind="quiet"
              size="sm"
              aria-label={t`Not for this post: ${sentence}`}
              onClick={notHere}
            >
              <Trans>Not for this post</Trans>
            </Button>
            <Button
              kind="quiet"
              size="sm"
              aria-label={t`Never for this company: ${sentence}`}
              onClick={never}
            >
              <Trans>Never for this company</Trans>
            </Button>
          </div>
        </details>
      </div>
    </li>
  )
}

function Source({ source }: { source: string }) {
  if (!source.startsWith('https://')) return <cite className="not-italic">({source})</cite>
  return (
    <a href={source} target="_blank" rel="noreferrer" className="underline underline-offset-2">
      {new URL(source).host}
    </a>
  )
}
