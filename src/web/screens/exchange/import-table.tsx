import { Trans, useLingui } from '@lingui/react/macro'
import type { ChannelView } from '#domain/channels/api.ts'
import type { ImportView } from '#domain/exchange/api.ts'
import { type Column, DataTable, Mark, NetworkStamp, useFormat } from '#web/ui/index.ts'
import { useAccounts } from './queries.ts'

type Row = ImportView['rows'][number]

/** Every row with its line in the file, what it becomes, and what is wrong with it. */
export function ImportTable({ view }: { view: ImportView }) {
  const { t } = useLingui()
  const accounts = useAccounts()
  const named = new Map(accounts.data?.map((account) => [account.id, account]))
  const columns: Column<Row>[] = [
    {
      key: 'line',
      label: t`Line`,
      width: '3.5rem',
      cell: ({ line }) => <span className="text-ink-3">{line}</span>,
      sort: ({ line }) => line,
    },
    {
      key: 'state',
      label: t`Becomes`,
      width: '9rem',
      hideOnPhone: true,
      cell: (row) => <Becomes row={row} />,
      sort: ({ state }) => state,
    },
    {
      key: 'when',
      label: t`When`,
      width: '10rem',
      hideOnPhone: true,
      cell: (row) => <When row={row} />,
      sort: ({ wallTime }) => wallTime,
    },
    { key: 'text', label: t`Text`, cell: (row) => <Said row={row} /> },
    {
      key: 'accounts',
      label: t`Accounts`,
      width: '8rem',
      hideOnPhone: true,
      cell: ({ channelIds }) => <Accounts ids={channelIds} named={named} />,
    },
  ]
  return (
    <DataTable
      caption={t`What the file becomes`}
      hideCaption
      columns={columns}
      rows={view.rows}
      rowKey={({ line }) => String(line)}
    />
  )
}

function Becomes({ row: { state, wallTime } }: { row: Row }) {
  const { t } = useLingui()
  if (state === 'ready') return <Mark label status={wallTime ? 'scheduled' : 'draft'} />
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Mark status={state === 'wrong' ? 'failed' : 'cancelled'} />
      {state === 'wrong' ? t`To correct` : t`Left out`}
    </span>
  )
}

function When({ row: { wallTime, timeZone } }: { row: Row }) {
  const { wallTime: written, zone } = useWritten(wallTime)
  if (!wallTime) return <span className="text-ink-3">–</span>
  return (
    <span className="whitespace-nowrap">
      {written}
      {timeZone !== zone && <span className="block text-xs text-ink-3">{timeZone}</span>}
    </span>
  )
}

/** A wall time is written as it is: it has no instant until its zone is known to exist. */
function useWritten(wallTime: string | null) {
  const { day, zone } = useFormat()
  const [date = '', time = ''] = (wallTime ?? '').split('T')
  return { wallTime: date ? `${day(date)} ${time}` : '', zone }
}

function Said({ row }: { row: Row }) {
  const { text, wallTime, problems } = row
  return (
    <>
      {/* On a phone the state and the hour have no column: they stand over the text. */}
      <span className="mb-0.5 flex flex-wrap items-center gap-x-3 text-sm text-ink-2 md:hidden">
        <Becomes row={row} />
        {wallTime && <When row={row} />}
      </span>
      <span className="line-clamp-2">{text || '–'}</span>
      {problems.map((sentence) => (
        <span key={sentence} className="block text-sm font-medium text-bad">
          {sentence}
        </span>
      ))}
    </>
  )
}

function Accounts({ ids, named }: { ids: string[]; named: ReadonlyMap<string, ChannelView> }) {
  if (ids.length === 0) {
    return (
      <span className="text-ink-3">
        <Trans>none yet</Trans>
      </span>
    )
  }
  return (
    <span className="flex flex-wrap gap-1">
      {ids.map((id) => {
        const account = named.get(id)
        if (!account) return null
        const { stamp, networkName, handle } = account
        return <NetworkStamp key={id} stamp={stamp} name={`${networkName}, ${handle}`} />
      })}
    </span>
  )
}
