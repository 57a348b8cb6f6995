import { Plural, Trans } from '@lingui/react/macro'
import { CircleCheck, BellRing, CircleDashed, Clock, Pause, TriangleAlert } from 'lucide-react'
import type { SourceView } from '#domain/listening/api.ts'
import { DateTime, RelativeTime, useFormat } from '#web/ui/index.ts'
import { LiveHealth } from './live-health.tsx'
import { State } from './source-state.tsx'

/** How a source is doing, in a sentence: a sign, a word, and what it brought. */
export function SourceHealth({ source }: { source: SourceView }) {
  const { state, trouble, nextPollAt, searchesLeftOut, live } = source
  return (
    <div className="mt-0.5 space-y-0.5 text-xs">
      {state === 'fine' && !live && (
        <State icon={CircleCheck} className="text-good">
          {source.kind === 'file' && source.lastItemAt ? (
            <Trans>
              Imported on <DateTime at={source.lastItemAt} style="date" />
            </Trans>
          ) : source.lastItemAt ? (
            <Trans>
              Last heard <RelativeTime at={source.lastItemAt} />
            </Trans>
          ) : source.kind === 'our-accounts' ? (
            <Trans>Listening; nothing received yet</Trans>
          ) : (
            <Trans>Responding; nothing posted yet</Trans>
          )}
        </State>
      )}
      {state === 'new' && !live && (
        <State icon={Clock}>
          <Trans>About to be read</Trans>
        </State>
      )}
      {state === 'waiting' && (
        <State icon={CircleDashed}>
          <Trans>Waiting for a first query to search for</Trans>
        </State>
      )}
      {state === 'paused' && (
        <State icon={Pause}>
          <Trans>Paused</Trans>
        </State>
      )}
      {state === 'troubled' && (
        <State icon={TriangleAlert} className="text-bad">
          {trouble}{' '}
          {nextPollAt && !live?.since && (
            <span className="text-ink-2">
              <Trans>
                Next try <RelativeTime at={nextPollAt} />
              </Trans>
            </span>
          )}
        </State>
      )}
      {live && <LiveHealth {...{ source, live }} />}
      {source.toldSince && state !== 'paused' && (
        <State icon={BellRing}>
          <Trans>
            Notifies us at once, since <DateTime at={source.toldSince} style="date" />
          </Trans>
        </State>
      )}
      {source.lastPollAt && <Brought source={source} />}
      <Searches terms={source.searches} />
      {searchesLeftOut > 0 && (
        <p className="text-wait">
          <Plural
            value={searchesLeftOut}
            one="# more search is left out: this network takes twenty at most."
            other="# more searches are left out: this network takes twenty at most."
          />
        </p>
      )}
    </div>
  )
}

function Brought({ source: { itemsRead, mentions } }: { source: SourceView }) {
  const f = useFormat()
  return (
    <p>
      <Plural value={itemsRead} one="# item read" other={`${f.number(itemsRead)} items read`} />
      {' · '}
      <Plural value={mentions} one="# mention" other={`${f.number(mentions)} mentions`} />
    </p>
  )
}

function Searches({ terms }: { terms: readonly string[] }) {
  const f = useFormat()
  if (terms.length === 0) return null
  return (
    <p className="line-clamp-2">
      <Trans>Searches for {f.list(terms)}</Trans>
    </p>
  )
}
