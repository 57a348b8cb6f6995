import { Trans, useLingui } from '@lingui/react/macro'
import { Download, SlidersHorizontal } from 'lucide-react'
import { useState } from 'react'
import { api, useMembers, useSession } from '#web/api/index.ts'
import { Button, Checkbox, cx, SearchInput, Select, useNow } from '#web/ui/index.ts'
import { languageName } from './language-name.ts'
import { askedOf, type MentionFilters, type useMentionFilters } from './mention-filters.ts'
import { PeriodFilter } from './period-filter.tsx'
import { useSources } from './queries.ts'
import { SignalFilter } from './signal-filter.tsx'

interface FilterBarProps {
  filters: MentionFilters
  change: ReturnType<typeof useMentionFilters>['change']
}

/** What the list shows, and in which order; on a narrow screen behind one button. */
export function FilterBar({ filters, change }: FilterBarProps) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button
        size="sm"
        icon={SlidersHorizontal}
        aria-expanded={open}
        aria-controls="mention-filters"
        className="md:hidden"
        onClick={() => setOpen(!open)}
      >
        <Trans>Filters</Trans>
      </Button>
      <div
        id="mention-filters"
        className={cx(
          'w-full grid-cols-2 items-center gap-2 md:flex md:flex-wrap',
          open ? 'grid' : 'max-md:hidden',
        )}
      >
        <SearchInput
          aria-label={t`Search what was said`}
          placeholder={t`Search…`}
          maxLength={200}
          className="max-md:col-span-2 md:w-44!"
          value={filters.said}
          onSearch={change.said}
        />
        <SourceSelect value={filters.sourceId} onValue={change.sourceId} />
        <SignalFilter value={filters.signal} onValue={change.signal} />
        <AssigneeSelect value={filters.assignee} onValue={change.assignee} />
        <LanguageSelect value={filters.language} onValue={change.language} />
        <PeriodFilter {...{ filters, change }} />
        <Select
          aria-label={t`Sort by`}
          className="md:w-40"
          value={filters.sort === 'reach' ? 'reach' : 'newest'}
          onValue={change.sort}
          options={[
            { value: 'newest', label: t`Newest first` },
            { value: 'reach', label: t`Widest reach first` },
          ]}
        />
        <Checkbox
          label={t`Group similar posts`}
          checked={filters.folded !== 'no'}
          onChecked={(checked) => change.folded(checked ? 'yes' : 'no')}
        />
        <TakeAlong filters={filters} />
      </div>
    </>
  )
}

function TakeAlong({ filters }: { filters: MentionFilters }) {
  const now = useNow()
  return (
    <a
      href={api.href('/mentions/export', askedOf(filters, new Date(now)))}
      download
      className="inline-flex h-8 items-center gap-2 rounded-md px-2 text-ink-2 hover:bg-sunken hover:text-ink md:ml-auto pointer-coarse:h-11"
    >
      <Download size={16} strokeWidth={1.5} aria-hidden />
      <Trans context="mentions">Export CSV</Trans>
    </a>
  )
}

interface OneFilterProps {
  value: string
  onValue: (value: string) => void
}

function SourceSelect({ value, onValue }: OneFilterProps) {
  const { t } = useLingui()
  const sources = useSources().data ?? []
  const networks = new Map(sources.map((one) => [one.connectorId, one.networkName]))
  const options = [
    { value: '', label: t`All sources` },
    ...[...networks].map(([id, name]) => ({ value: `network:${id}`, label: t`All of ${name}` })),
    ...sources.map(({ id, name }) => ({ value: id, label: name })),
  ]
  const known = options.some((option) => option.value === value)
  return (
    <Select
      aria-label={t`Source`}
      className="md:w-40"
      options={options}
      value={known ? value : ''}
      onValue={onValue}
    />
  )
}

function AssigneeSelect({ value, onValue }: OneFilterProps) {
  const { t } = useLingui()
  const { user } = useSession()
  const others = (useMembers().data ?? []).filter(({ userId }) => userId !== user.id)
  const options = [
    { value: '', label: t`Assigned or not` },
    { value: 'me', label: t`Assigned to me` },
    { value: 'nobody', label: t`Nobody assigned` },
    ...others.map(({ userId, name }) => ({ value: userId, label: name })),
  ]
  const known = options.some((option) => option.value === value)
  return (
    <Select
      aria-label={t({ message: 'Assigned to', context: 'mentions' })}
      className="md:w-40"
      options={options}
      value={known ? value : ''}
      onValue={onValue}
    />
  )
}

/** Those that people of our trade ask for; any other can be written in the address. */
const LANGUAGES = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt', 'pl', 'ar', 'ja', 'zh']

function LanguageSelect({ value, onValue }: OneFilterProps) {
  const { t, i18n } = useLingui()
  const asked = value !== '' && !LANGUAGES.includes(value) && /^[a-z]{2,3}$/.test(value)
  return (
    <Select
      aria-label={t`Language`}
      className="md:w-40"
      value={value}
      onValue={onValue}
      options={[
        { value: '', label: t`Any language` },
        ...[...LANGUAGES, ...(asked ? [value] : [])].map((code) => ({
          value: code,
          label: languageName(code, i18n.locale),
        })),
      ]}
    />
  )
}
