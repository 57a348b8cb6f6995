import { useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown, LogOut } from 'lucide-react'
import { api } from '../api/api.ts'
import { setCurrentCompanyId } from '../api/current-company.ts'
import { useSession } from '../api/session.ts'
import type { MenuItem } from '../ui/menu-list.tsx'
import { Menu } from '../ui/menu.tsx'
import { useChooseLanguage } from './choose-language.ts'
import { setTheme, useTheme } from './theme.ts'

/** The company's name, and behind it: other companies, theme, language, sign out. */
export function CompanyMenu({ compact = false }: { compact?: boolean }) {
  const { t } = useLingui()
  const { company } = useSession()
  return (
    <Menu
      align="start"
      label={t`Company and appearance`}
      items={useCompanyItems()}
      trigger={
        <button
          type="button"
          className="flex min-h-9 w-full items-center gap-2 rounded-md px-2.5 text-left hover:bg-paper pointer-coarse:min-h-11"
        >
          <span className="title-serif min-w-0 flex-1 truncate text-xl">{company.name}</span>
          {!compact && (
            <ChevronsUpDown size={14} strokeWidth={1.5} aria-hidden className="text-ink-3" />
          )}
        </button>
      }
    />
  )
}

/** The entries of the company menu, shared with the phone's menu. */
export function useCompanyItems(): (MenuItem | 'rule' | { heading: string })[] {
  const { t, i18n } = useLingui()
  const { company, companies, user } = useSession()
  const theme = useTheme()
  const choose = useChooseCompany()
  const chooseLanguage = useChooseLanguage()
  return [
    ...(companies.length > 1
      ? [
          ...companies.map(({ id, name, practice }) => ({
            label: practice ? t`${name} (practice)` : name,
            checked: id === company.id,
            onSelect: () => choose(id),
          })),
          'rule' as const,
        ]
      : []),
    { heading: t`Appearance` },
    { label: t`Light`, checked: theme === 'light', onSelect: () => setTheme('light') },
    { label: t`Dark`, checked: theme === 'dark', onSelect: () => setTheme('dark') },
    { label: t`Same as system`, checked: theme === 'system', onSelect: () => setTheme('system') },
    'rule',
    { label: 'English', checked: i18n.locale === 'en', onSelect: () => void chooseLanguage('en') },
    { label: 'Français', checked: i18n.locale === 'fr', onSelect: () => void chooseLanguage('fr') },
    'rule',
    { heading: user.email },
    { label: t`Sign out`, icon: LogOut, onSelect: () => void signOut() },
  ]
}

export function useChooseCompany(): (id: string) => void {
  const client = useQueryClient()
  const navigate = useNavigate()
  return (id) => {
    setCurrentCompanyId(id)
    // Everything shown belonged to the other company; the session itself did not.
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    void client.invalidateQueries({ queryKey: ['session'] })
    void navigate({ to: '/calendar' })
  }
}

/** Leaves by loading the page anew: nothing of the session may stay in this tab's memory. */
async function signOut(): Promise<void> {
  await api.post('/sign-out').catch(() => undefined)
  location.assign('/sign-in')
}
