import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronLeft, ChevronRight, ListFilter } from 'lucide-react'
import { memo } from 'react'
import { Badge, Button, cx, IconButton, Menu, Segmented } from '#web/ui/index.ts'
import { useCalendarDesk } from './calendar-desk.ts'
import type { Address } from './use-address.ts'
import { useFilingItems } from './use-filing-items.ts'

interface CalendarToolsProps {
  address: Address
  /** How many there are. */
  drafts: number
}

/** Where to look, how, and at what. */
export const CalendarTools = memo(function CalendarTools({ address, drafts }: CalendarToolsProps) {
  const { t } = useLingui()
  const { view, setView, setDay } = address
  return (
    <div className="flex flex-wrap items-center gap-2 md:justify-end md:max-lg:max-w-85">
      <div className="flex items-center">
        <IconButton
          label={view === 'week' ? t`Previous week` : t`Previous month`}
          icon={ChevronLeft}
          shortcut="K"
          onClick={() => address.step(-1)}
        />
        <Button kind="quiet" onClick={() => setDay(null)}>
          <Trans>Today</Trans>
        </Button>
        <IconButton
          label={view === 'week' ? t`Next week` : t`Next month`}
          icon={ChevronRight}
          shortcut="J"
          onClick={() => address.step(1)}
        />
      </div>
      <Segmented
        label={t`View`}
        className="max-lg:order-last max-md:hidden!"
        value={view}
        onValue={setView}
        options={[
          { value: 'month', label: t`Month` },
          { value: 'week', label: t`Week` },
          { value: 'agenda', label: t`Agenda` },
          { value: 'list', label: t`List` },
        ]}
      />
      <Filters address={address} />
      <Button
        aria-pressed={address.drafts}
        onClick={() => address.showDrafts(!address.drafts)}
        className={cx(address.drafts && 'bg-sunken!')}
      >
        <Trans>Drafts</Trans>
        {drafts > 0 && <Badge>{drafts}</Badge>}
      </Button>
    </div>
  )
})

/** One menu for all filters; what is chosen is written on its button. */
function Filters({ address }: { address: Address }) {
  const { channelId, status, setChannel, setStatus } = address
  const { t } = useLingui()
  const { channels } = useCalendarDesk()
  const filing = useFilingItems(address)
  const states = [
    { value: '', label: t`All posts` },
    { value: 'scheduled', label: t({ message: 'Scheduled', context: 'filter of posts' }) },
    { value: 'published', label: t({ message: 'Published', context: 'filter of posts' }) },
    { value: 'attention', label: t`Needs attention` },
  ] as const
  const chosen = [
    states.find(({ value }) => value !== '' && value === status)?.label,
    channels.get(channelId)?.handle,
    ...filing.chosen,
  ].filter(Boolean)
  const accounts = [...channels.values()].filter(({ state }) => state !== 'disconnected')
  return (
    <Menu
      label={t`Filter`}
      items={[
        ...states.map(({ value, label }) => ({
          label,
          checked: status === value,
          onSelect: () => setStatus(value),
        })),
        'rule',
        { label: t`All accounts`, checked: channelId === '', onSelect: () => setChannel('') },
        ...accounts.map(({ id, handle, networkName }) => ({
          label: `${handle} · ${networkName}`,
          checked: channelId === id,
          onSelect: () => setChannel(id),
        })),
        ...filing.items,
      ]}
      trigger={
        <Button
          icon={ListFilter}
          aria-pressed={chosen.length > 0}
          className={cx('max-w-60 max-md:max-w-36', chosen.length > 0 && 'bg-accent-soft!')}
        >
          <span className={cx('truncate', chosen.length === 0 && 'max-lg:sr-only')}>
            {chosen.length > 0 ? chosen.join(', ') : t`Filter`}
          </span>
        </Button>
      }
    />
  )
}
