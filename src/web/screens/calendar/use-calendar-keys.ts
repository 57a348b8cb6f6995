import { useLingui } from '@lingui/react/macro'
import { useShortcuts } from '#web/shell/index.ts'
import { addDays, addMonths } from './days.ts'
import type { Address } from './use-address.ts'

/** The day that stands for the period before or after. */
export function neighbour({ view, day }: Pick<Address, 'view' | 'day'>, step: 1 | -1): string {
  return view === 'week' ? addDays(day, 7 * step) : addMonths(`${day.slice(0, 7)}-01`, step)
}

export function useCalendarKeys(address: Address): void {
  const { t } = useLingui()
  useShortcuts([
    { keys: 'j', label: t`Next month or week`, run: () => address.setDay(neighbour(address, 1)) },
    {
      keys: 'k',
      label: t`Previous month or week`,
      run: () => address.setDay(neighbour(address, -1)),
    },
    { keys: 't', label: t`Today`, run: () => address.setDay(null) },
    { keys: 'm', label: t`Month`, run: () => address.setView('month') },
    { keys: 'w', label: t`Week`, run: () => address.setView('week') },
    { keys: 'a', label: t`Agenda`, run: () => address.setView('agenda') },
    { keys: 'd', label: t`Drafts`, run: () => address.showDrafts(!address.drafts) },
  ])
}
