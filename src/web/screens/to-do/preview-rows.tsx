import { Trans, useLingui } from '@lingui/react/macro'
import type { FiguresPreview } from '#domain/exchange/figures/api.ts'
import { type Column, DataTable, Mark, useFormat } from '#web/ui/index.ts'
import { useCountNames } from './count-names.ts'

type Row = FiguresPreview['rows'][number]

/** Every row with its line in the file, what it becomes, and what is wrong with it. */
export function PreviewRows({ preview }: { preview: FiguresPreview }) {
  const { t } = useLingui()
  const columns: Column<Row>[] = [
    {
      key: 'line',
      label: t`Line`,
      width: '3.5rem',
      cell: ({ line }) => <span className="text-ink-3">{line}</span>,
    },
    {
      key: 'state',
      label: t`Becomes`,
      width: '8rem',
      cell: ({ state }) => (
        <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
          <Mark status={state === 'ready' ? 'approved' : 'failed'} />
          {state === 'ready' ? t({ message: 'Ready', context: 'row of a table' }) : t`To correct`}
        </span>
      ),
    },
    { key: 'about', label: t`What is counted`, cell: (row) => <About row={row} /> },
  ]
  return (
    <DataTable
      caption={t`What the table becomes`}
      hideCaption
      columns={columns}
      rows={preview.rows}
      rowKey={({ line }) => String(line)}
    />
  )
}

function About({ row: { about, day, figures, problems, isPast } }: { row: Row }) {
  const f = useFormat()
  const names = useCountNames()
  return (
    <>
      <p className="line-clamp-2 [overflow-wrap:anywhere]">{about || '–'}</p>
      <p className="text-sm text-ink-2">
        {[
          ...(day ? [f.date(`${day}T12:00:00Z`)] : []),
          ...figures.map(
            ({ name, value }) => `${names[name as keyof typeof names] ?? name} ${f.number(value)}`,
          ),
        ].join(' · ')}
      </p>
      {isPast && (
        <p className="text-xs text-ink-3">
          <Trans>Saved as a past post.</Trans>
        </p>
      )}
      {problems.map((sentence) => (
        <p key={sentence} className="text-sm text-bad">
          {sentence}
        </p>
      ))}
    </>
  )
}
