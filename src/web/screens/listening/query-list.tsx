import { Trans, useLingui } from '@lingui/react/macro'
import type { QueryView } from '#domain/listening/api.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import { Segmented } from '#web/ui/index.ts'
import { QueryRow } from './query-row.tsx'

interface QueryListProps {
  queries: readonly QueryView[]
  days: string
  setDays: (days: string) => void
  onEdit: (id: string) => void
}

/** The saved queries as rows; choosing one filters what is below. */
export function QueryList({ queries, days, setDays, onEdit }: QueryListProps) {
  const { t } = useLingui()
  const [chosen, choose] = useUrlState('query', '')
  return (
    <section aria-labelledby="queries" className="mb-8">
      <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2 pb-2">
        <h2 id="queries" className="title-serif text-xl">
          <Trans>Saved queries</Trans>
        </h2>
        <Segmented
          label={t`Period counted`}
          options={['14', '30', '90'].map((value) => ({ value, label: t`${value} days` }))}
          value={days}
          onValue={setDays}
        />
      </div>
      <ul className="border-t border-ink">
        {queries.map((query) => (
          <QueryRow
            key={query.id}
            query={query}
            chosen={query.id === chosen}
            onChoose={() => choose(query.id === chosen ? '' : query.id)}
            onEdit={() => onEdit(query.id)}
          />
        ))}
      </ul>
    </section>
  )
}
