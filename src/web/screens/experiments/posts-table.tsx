import { Trans, useLingui } from '@lingui/react/macro'
import type { ExperimentView, PostRow } from '#domain/experiments/api.ts'
import { DataTable, DateTime, useFormat } from '#web/ui/index.ts'
import { useWords } from './words.ts'

type Row = PostRow & { arm: 'A' | 'B' }

/** Each post of both versions, with what it brought or why it does not count yet. */
export function PostsTable({ experiment }: { experiment: ExperimentView }) {
  const { t } = useLingui()
  const f = useFormat()
  const words = useWords()
  const { a, b, exposure, figure } = experiment
  const rows: Row[] = [
    ...a.posts.map((post) => ({ ...post, arm: 'A' as const })),
    ...b.posts.map((post) => ({ ...post, arm: 'B' as const })),
  ]
  const exposures = { views: t`Views`, followers: t`Followers`, posts: t`Posts` }
  return (
    <section>
      <h2 className="title-serif mb-2 text-xl">
        <Trans>Posts</Trans>
      </h2>
      <DataTable
        caption={t`Posts of both versions`}
        hideCaption
        rows={rows}
        rowKey={(row) => row.postId}
        columns={[
          { key: 'post', label: t`Post`, cell: (row) => <Post row={row} /> },
          { key: 'arm', label: t`Version`, cell: (row) => row.arm, sort: (row) => row.arm },
          {
            key: 'count',
            label: figure === 'clicks' ? t`Clicks` : t`Reactions`,
            align: 'end',
            cell: (row) => (row.count === null ? <StateWords row={row} /> : f.number(row.count)),
            sort: (row) => row.count,
          },
          ...(exposure === 'posts'
            ? []
            : [
                {
                  key: 'exposure',
                  label: exposures[exposure],
                  align: 'end' as const,
                  hideOnPhone: true,
                  cell: (row: Row) => (row.exposure === null ? '–' : f.number(row.exposure)),
                  sort: (row: Row) => row.exposure,
                },
              ]),
        ]}
      />
      <p className="mt-2 text-xs text-ink-3">
        <Trans>
          Each post is counted during its {words.during(experiment.plan.windowHours ?? 72)}.
        </Trans>
      </p>
    </section>
  )
}

function Post({ row: { excerpt, url, publishedAt } }: { row: Row }) {
  const text = excerpt.trim() || '…'
  return (
    <div className="min-w-0">
      {url ? (
        <a href={url} target="_blank" rel="noreferrer" className="line-clamp-2 hover:underline">
          {text}
        </a>
      ) : (
        <p className="line-clamp-2">{text}</p>
      )}
      {publishedAt && (
        <p className="text-xs text-ink-3">
          <DateTime at={publishedAt} style="both" />
        </p>
      )}
    </div>
  )
}

function StateWords({ row: { state, countedUntil } }: { row: Row }) {
  const f = useFormat()
  const words = useWords()
  return (
    <span className="text-xs text-ink-2">
      {words.state[state]}
      {state === 'counting' && countedUntil && (
        <span className="block text-ink-3">
          <Trans>until {f.dateTime(countedUntil)}</Trans>
        </span>
      )}
    </span>
  )
}
