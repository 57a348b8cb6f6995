import { Trans, useLingui } from '@lingui/react/macro'
import { Scale } from 'lucide-react'
import type { Overview } from '#domain/listening/overview/api.ts'
import { useMay } from '#web/api/index.ts'
import { Bars } from '#web/charts/index.ts'
import { useUrlState } from '#web/shell/index.ts'
import { Button, useFormat } from '#web/ui/index.ts'
import { RivalsSheet } from './rivals-sheet.tsx'

/** Our part in what is said of us and of named rivals, with what it rests on. */
export function Voices({ view: { voices, queries } }: { view: Overview }) {
  const { t, i18n } = useLingui()
  const f = useFormat()
  const may = useMay('listening:write')
  const [open, setOpen] = useUrlState('rivals', '')
  const title = t`Share of voice`
  const { rows, provenance } = voices
  return (
    <section aria-labelledby="voices-title">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <h2 id="voices-title" className="title-serif text-xl">
          {title}
        </h2>
        {may && (
          <Button size="sm" icon={Scale} onClick={() => setOpen('yes')}>
            <Trans>Choose the rivals</Trans>
          </Button>
        )}
      </div>
      {rows === null ? (
        <p className="max-w-prose text-ink-2">
          <Trans>
            Choose which saved query is yours and which are rivals’: what is said about each is
            compared here, over the same sources and the same days.
          </Trans>
        </p>
      ) : (
        <>
          <Bars
            locale={i18n.locale}
            label={title}
            format="percent"
            picked={rows.find(({ ours }) => ours)?.queryId ?? ''}
            rows={rows.map(({ queryId, name, share, mentions }) => ({
              key: queryId,
              label: name,
              value: share?.value ?? null,
              note: share
                ? `(${f.percent(share.low)} – ${f.percent(share.high)}) · ${f.number(mentions)}`
                : `· ${f.number(mentions)}`,
            }))}
          />
          <ul className="mt-2 space-y-1 text-xs text-ink-2">
            {[provenance.denominator, ...provenance.gaps].map(
              (line) => line && <li key={line}>{line}</li>,
            )}
          </ul>
        </>
      )}
      {queries.length === 1 && (
        <p className="mt-2 text-xs text-ink-2">
          <Trans>A rival needs a saved query of its own.</Trans>
        </p>
      )}
      <RivalsSheet open={open !== ''} onClose={() => setOpen('')} queries={queries} />
    </section>
  )
}
