import { Trans, useLingui } from '@lingui/react/macro'
import type { Overview } from '#domain/listening/overview/api.ts'
import { Bars } from '#web/charts/index.ts'

interface TopSourcesProps {
  rows: Overview['bySource']
  picked: string
  onPick: (id: string) => void
}

const REMOVED = 'removed'

/** Where it was said; a click on a source keeps only that one. */
export function TopSources({ rows, picked, onPick }: TopSourcesProps) {
  const { t, i18n } = useLingui()
  return (
    <section aria-labelledby="sources-title">
      <h2 id="sources-title" className="title-serif mb-2 text-xl">
        <Trans>Sources</Trans>
      </h2>
      {rows.length === 0 ? (
        <p className="text-ink-2">
          <Trans>Nothing was found in this period.</Trans>
        </p>
      ) : (
        <Bars
          locale={i18n.locale}
          label={t`Mentions by source`}
          picked={picked}
          onPick={(key) => key !== REMOVED && onPick(key === picked ? '' : key)}
          rows={rows.slice(0, 10).map(({ id, name, mentions }) => ({
            key: id ?? REMOVED,
            label: id ? name : t`Removed sources`,
            value: mentions,
          }))}
        />
      )}
    </section>
  )
}
