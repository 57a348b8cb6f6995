import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useNavigate } from '@tanstack/react-router'
import {
  BellRing,
  CheckCheck,
  EllipsisVertical,
  ListChecks,
  Plus,
  Search,
  Unplug,
} from 'lucide-react'
import { Mark } from '../ui/mark.tsx'
import { Menu } from '../ui/menu.tsx'
import { useBrokenChannels } from './broken-channels.tsx'
import { useCompanyItems } from './company-menu.tsx'
import { useHoldEverything } from './hold-everything.tsx'
import { navIcons } from './nav-icons.ts'
import { useOpenComposer } from './open-composer.ts'
import { nav } from './screens.ts'
import type { ShellPanel } from './shell-panel.ts'
import { useText } from './text.ts'
import { useOpenAlerts, useTasksToDo, useWaitingForMe } from './waiting-for-me.tsx'

const SLOT =
  'flex h-14 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 text-2xs text-ink-2 focus-visible:-outline-offset-2'

/** The bar at the bottom of phones: three screens, a new post, and everything else in a menu. */
export function PhoneBar({ open }: { open: (panel: ShellPanel) => void }) {
  const { t } = useLingui()
  const say = useText()
  const navigate = useNavigate()
  const openComposer = useOpenComposer()
  const company = useCompanyItems()
  const broken = useBrokenChannels()
  const hold = useHoldEverything()
  const waiting = useWaitingForMe()
  const { toDo, late } = useTasksToDo()
  const alerts = useOpenAlerts()
  const shown = nav.filter((entry) => ['calendar', 'inbox', 'results'].includes(entry.icon))
  const rest = nav.filter((entry) => !shown.includes(entry))
  const link = (entry: (typeof nav)[number]) => {
    const Icon = navIcons[entry.icon]
    return (
      <Link
        key={entry.to}
        to={entry.to}
        className={SLOT}
        activeProps={{ className: 'text-ink! font-semibold shadow-[inset_0_2px_var(--ink)]' }}
      >
        <Icon size={20} strokeWidth={1.5} aria-hidden />
        <span className="max-w-full truncate px-1">{say(entry.short ?? entry.label)}</span>
      </Link>
    )
  }
  return (
    <nav
      aria-label={t`Main`}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-rule bg-sunken pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {shown.slice(0, 2).map(link)}
      <button type="button" className={SLOT} onClick={() => openComposer()}>
        <span className="grid h-5 w-9 place-items-center rounded-md bg-accent text-on-accent">
          <Plus size={16} strokeWidth={2} aria-hidden />
        </span>
        <Trans context="new post, on a phone">Write</Trans>
      </button>
      {shown.slice(2).map(link)}
      <Menu
        side="top"
        label={t`More`}
        items={[
          ...(alerts > 0
            ? [
                {
                  label: t`Alerts: ${alerts}`,
                  icon: BellRing,
                  onSelect: () => void navigate({ to: '/alerts' }),
                },
              ]
            : []),
          ...rest.map((entry) => ({
            label: say(entry.label),
            icon: navIcons[entry.icon],
            onSelect: () => void navigate({ to: entry.to }),
          })),
          ...(toDo > 0
            ? [
                {
                  label: t`Posts to publish by hand: ${toDo}`,
                  icon: ListChecks,
                  onSelect: () => void navigate({ to: '/to-do' }),
                },
              ]
            : []),
          ...(waiting > 0
            ? [
                {
                  label: t`Posts to approve: ${waiting}`,
                  icon: CheckCheck,
                  onSelect: () => void navigate({ to: '/approvals' }),
                },
              ]
            : []),
          { label: t`Commands`, icon: Search, onSelect: () => open('palette') },
          ...(broken.length > 0
            ? [
                {
                  label: t`Accounts to reconnect`,
                  icon: Unplug,
                  onSelect: () => void navigate({ to: '/channels' }),
                },
              ]
            : []),
          ...(hold ? [hold] : []),
          'rule',
          ...company,
        ]}
        trigger={
          <button type="button" className={SLOT}>
            <span className="relative">
              <EllipsisVertical size={20} strokeWidth={1.5} aria-hidden />
              {broken.length > 0 || late > 0 || alerts > 0 ? (
                <Mark status="failed" className="absolute -top-0.5 -right-1.5" />
              ) : (
                (waiting > 0 || toDo > 0) && (
                  <Mark
                    status={toDo > 0 ? 'handed' : 'in_review'}
                    className="absolute -top-0.5 -right-1.5"
                  />
                )
              )}
            </span>
            <Trans>More</Trans>
          </button>
        }
      />
    </nav>
  )
}
