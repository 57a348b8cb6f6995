import { Trans, useLingui } from '@lingui/react/macro'
import type { TopicsView } from '#domain/listening/topics/api.ts'
import { DataTable, useFormat } from '#web/ui/index.ts'

/** Terms that come with a query's words, and how much less without them. */
export function Together({ view }: { view: TopicsView }) {
  const { t } = useLingui()
  const f = useFormat()
  const { together, posts, elsewherePosts } = view
  return (
    <section aria-labelledby="together">
      <h2 id="together" className="title-serif mb-1 text-xl">
        <Trans>Said alongside this query</Trans>
      </h2>
      <p className="mb-3 max-w-prose text-sm text-ink-2">
        <Trans>
          Share of this query’s {f.number(posts)} mentions in the period, and of the{' '}
          {f.number(elsewherePosts)} other posts kept, that contain the term.
        </Trans>
      </p>
      <DataTable
        caption={t`Terms said alongside this query`}
        hideCaption
        columns={[
          { key: 'word', label: t`Term`, cell: ({ word }) => word },
          {
            key: 'posts',
            label: t`In this query`,
            align: 'end',
            cell: (row) => f.percent(posts === 0 ? 0 : row.posts / posts),
          },
          {
            key: 'elsewhere',
            label: t`Elsewhere`,
            align: 'end',
            cell: (row) => (elsewherePosts === 0 ? '–' : f.percent(row.elsewhere / elsewherePosts)),
          },
        ]}
        rows={together}
        rowKey={({ word }) => word}
        empty={<Trans>No term is used by enough people.</Trans>}
      />
    </section>
  )
}
