import { useLingui } from '@lingui/react/macro'
import { useShortcuts } from '#web/shell/index.ts'
import type { Address } from './use-address.ts'

export function useCalendarKeys(address: Address): void {
  const { t } = useLingui()
  useShortcuts([
    { keys: 'j', label: t`Next month or week`, run: () => address.step(1) },
    {
      keys: 'k',
      label: t`Previous month or week`,
      run: () => address.step(-1),
    },
    { keys: 't', label: t`Today`, run: () => address.setDay(null) },
    { keys: 'm', label: t`Month`, run: () => address.setView('month') },
    { keys: 'w', label: t`Week`, run: () => address.setView('week') },
    { keys: 'a', label: t`Agenda`, run: () => address.setView('agenda') },
    { keys: 'l', label: t`List`, run: () => address.setView('list') },
    { keys: 'd', label: t`Drafts`, run: () => address.showDrafts(!address.drafts) },
  ])
}
