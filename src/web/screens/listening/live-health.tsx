import { Plural, Trans } from '@lingui/react/macro'
import { Radio, RefreshCw, Unplug } from 'lucide-react'
import type { SourceView } from '#domain/listening/api.ts'
import { DateTime, RelativeTime, useFormat } from '#web/ui/index.ts'
import { State } from './source-state.tsx'

type Live = NonNullable<SourceView['live']>

/** How a stream is heard: since when, how much, how late, and what was missed for good. */
export function LiveHealth({ source, live }: { source: SourceView; live: Live }) {
  const { missed, skipped, isAsked } = live
  // A part of it may be away while the rest is heard.
  const isShown = source.state !== 'paused' && (source.state !== 'troubled' || live.since !== null)
  return (
    <>
      {isShown && <Now {...{ source, live }} />}
      {isAsked && source.state !== 'paused' && (
        <p>
          <Trans>This server has no live stream: it is checked every two minutes instead.</Trans>
        </p>
      )}
      {skipped > 0 && (
        <p>
          <Plural
            value={skipped}
            one="# message could not be read and was left out."
            other="# messages could not be read and were left out."
          />
        </p>
      )}
      {missed.slice(0, 3).map(({ from, to }) => (
        <State key={from} icon={Unplug} className="text-wait">
          <Trans>
            Nothing heard from <DateTime at={from} style="both" /> to{' '}
            <DateTime at={to} style="both" />: the server no longer had it.
          </Trans>
        </State>
      ))}
    </>
  )
}

function Now({ source, live }: { source: SourceView; live: Live }) {
  const f = useFormat()
  const { since, perMinute, secondsBehind, isAsked } = live
  if (since === null) {
    return isAsked ? (
      source.lastItemAt && (
        <p>
          <Trans>
            Last heard <RelativeTime at={source.lastItemAt} />
          </Trans>
        </p>
      )
    ) : (
      <State icon={RefreshCw}>
        <Trans>Connecting</Trans>
      </State>
    )
  }
  return (
    <>
      <State icon={Radio} className="text-good">
        <Trans>
          Live since <DateTime at={since} style="both" />
        </Trans>
      </State>
      <p>
        <Plural
          value={perMinute}
          one="# post a minute"
          other={`${f.number(perMinute)} posts a minute`}
        />
        {secondsBehind !== null && (
          <>
            {' · '}
            <Behind seconds={secondsBehind} />
          </>
        )}
        {source.lastItemAt && (
          <>
            {' · '}
            <Trans>
              last heard <RelativeTime at={source.lastItemAt} />
            </Trans>
          </>
        )}
      </p>
    </>
  )
}

function Behind({ seconds }: { seconds: number }) {
  const f = useFormat()
  const minutes = Math.round(seconds / 60)
  const hours = Math.round(seconds / 3600)
  if (seconds < 120) return <Trans>{f.number(seconds)} s behind</Trans>
  if (minutes < 120) return <Trans>{f.number(minutes)} min behind</Trans>
  return <Trans>{f.number(hours)} h behind</Trans>
}
