import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import type { AuditEntryView, AuditFacets } from '#domain/governance/audit/api.ts'
import { api, useCompany, useMay } from '#web/api/index.ts'
import { useUrlState } from '#web/shell/url-state.ts'
import { Button, Page, ProblemMessage, SelectField, Skeleton, TextField } from '#web/ui/index.ts'
import { Entry } from './entry.tsx'
import { useFamilyWords } from './family-words.ts'
import { Proof } from './proof.tsx'

/** Who did what, when, in plain sentences; filtered by person, subject and day. */
export default function JournalScreen() {
  const { t } = useLingui()
  const may = useMay('audit:read')
  return (
    <Page
      title={t`Journal`}
      folio={<Trans>Who did what. Nothing in it can be changed or removed.</Trans>}
      back={{ to: '/settings', label: t`Settings` }}
    >
      {may ? (
        <Trail />
      ) : (
        <p className="text-ink-2">
          <Trans>Owners and managers read the journal.</Trans>
        </p>
      )}
    </Page>
  )
}

function useFilters() {
  const [who, setWho] = useUrlState('who', '')
  const [what, setWhat] = useUrlState('what', '')
  const [from, setFrom] = useUrlState('from', '')
  const [to, setTo] = useUrlState('to', '')
  const query = {
    who: who || undefined,
    what: what || undefined,
    from: from ? new Date(`${from}T00:00`).toISOString() : undefined,
    to: to ? new Date(`${to}T23:59:59.999`).toISOString() : undefined,
  }
  return { who, setWho, what, setWhat, from, setFrom, to, setTo, query }
}

function Trail() {
  const filters = useFilters()
  const { query } = filters
  const { id } = useCompany()
  const trail = useInfiniteQuery({
    queryKey: ['audit', id, query],
    queryFn: ({ pageParam, signal }) =>
      api.get<{ items: AuditEntryView[]; next: string | null }>('/audit', {
        query: { ...query, after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const items = trail.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div className="max-w-4xl">
      <Filters {...filters} />
      {trail.isPending && <Skeleton rows={8} height={40} />}
      {trail.isError && <ProblemMessage problem={trail.error} retry={() => void trail.refetch()} />}
      {trail.data && items.length === 0 && (
        <p className="border-y border-rule py-4 text-ink-2">
          <Trans>Nothing of the kind in that period.</Trans>
        </p>
      )}
      {items.length > 0 && (
        <ol className="border-t border-ink">
          {items.map((one) => (
            <Entry key={one.seq} one={one} />
          ))}
        </ol>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {trail.hasNextPage && (
          <Button busy={trail.isFetchingNextPage} onClick={() => void trail.fetchNextPage()}>
            <Trans>Earlier entries</Trans>
          </Button>
        )}
        <Exports query={query} />
      </div>
      <Proof />
    </div>
  )
}

function Filters(filters: ReturnType<typeof useFilters>) {
  const { t } = useLingui()
  const { id } = useCompany()
  const words = useFamilyWords()
  const { data } = useQuery({
    queryKey: ['audit', id, 'facets'],
    queryFn: ({ signal }) => api.get<AuditFacets>('/audit/facets', { signal }),
  })
  const everybody = { value: '', label: t`Everyone` }
  const everything = { value: '', label: t`Everything` }
  return (
    <div className="mb-6 grid grid-cols-2 gap-4 md:grid-cols-4">
      <SelectField
        label={t`Who`}
        value={filters.who}
        onValue={filters.setWho}
        options={[
          everybody,
          ...(data?.who ?? []).map(({ id: value, name }) => ({ value, label: name })),
        ]}
      />
      <SelectField
        label={t`What`}
        value={filters.what}
        onValue={filters.setWhat}
        options={[
          everything,
          ...(data?.what ?? []).map((value) => ({ value, label: words(value) })),
        ]}
      />
      <TextField label={t`From`} type="date" value={filters.from} onValue={filters.setFrom} />
      <TextField label={t`To`} type="date" value={filters.to} onValue={filters.setTo} />
    </div>
  )
}

function Exports({ query }: { query: ReturnType<typeof useFilters>['query'] }) {
  const href = (format: string) => api.href('/audit/export', { ...query, format })
  const look =
    'inline-flex h-8 items-center gap-2 rounded-md px-3 text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:h-11'
  return (
    <>
      <a href={href('csv')} download className={look}>
        <Download size={16} strokeWidth={1.5} aria-hidden />
        <Trans context="journal">Export CSV</Trans>
      </a>
      <a href={href('json')} download className={look}>
        <Download size={16} strokeWidth={1.5} aria-hidden />
        <Trans>Export JSON</Trans>
      </a>
    </>
  )
}
