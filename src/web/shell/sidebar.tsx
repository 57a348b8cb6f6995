import { Trans, useLingui } from '@lingui/react/macro'
import { Link, useLocation } from '@tanstack/react-router'
import { CircleHelp } from 'lucide-react'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { BrokenChannels } from './broken-channels.tsx'
import { CompanyMenu } from './company-menu.tsx'
import { HoldEverything } from './hold-everything.tsx'
import { navIcons } from './nav-icons.ts'
import { useOpenComposer } from './open-composer.ts'
import { nav, rooms } from './screens.ts'
import type { ShellPanel } from './shell-panel.ts'
import { useText } from './text.ts'
import { OpenAlerts, ToDoByHand, WaitingForMe } from './waiting-for-me.tsx'

const HERE = 'bg-sheet font-semibold text-ink! shadow-[inset_2px_0_var(--ink)]'

/** The quiet column of a desk: eight entries at most, never nested; everything else by ⌘K. */
export function Sidebar({ open }: { open: (panel: ShellPanel) => void }) {
  const { t } = useLingui()
  const openComposer = useOpenComposer()
  const say = useText()
  const subject = useLocation({
    select: ({ pathname }) => rooms.find(({ to }) => `${pathname}/`.startsWith(`${to}/`))?.of,
  })
  return (
    <nav
      aria-label={t`Main`}
      className="hidden h-dvh flex-col gap-0.5 overflow-y-auto border-r border-rule bg-sunken p-3 md:flex"
    >
      <CompanyMenu />
      <Button
        kind="solid"
        shortcut="C"
        className="mt-3 mb-3 justify-between!"
        onClick={() => openComposer()}
      >
        <Trans>New post</Trans>
      </Button>
      {nav.map(({ to, icon, label }) => {
        const Icon = navIcons[icon]
        return (
          <Link
            key={to}
            to={to}
            className={cx(
              'flex h-8 items-center gap-2.5 rounded-md px-2.5 text-ink-2 hover:bg-paper hover:text-ink pointer-coarse:h-11',
              subject === to && HERE,
            )}
            activeProps={{ className: HERE }}
          >
            <Icon size={16} strokeWidth={1.5} aria-hidden />
            {say(label)}
          </Link>
        )
      })}
      <span className="flex-1" />
      <OpenAlerts />
      <ToDoByHand />
      <WaitingForMe />
      <BrokenChannels />
      <HoldEverything />
      <div className="flex gap-1 pt-3">
        <Button
          kind="quiet"
          shortcut="Mod+K"
          className="min-w-0 flex-1 shrink! justify-start! px-2.5! text-ink-2 [&>kbd]:ml-auto"
          onClick={() => open('palette')}
        >
          <Trans>Commands</Trans>
        </Button>
        <IconButton
          label={t`Shortcuts`}
          icon={CircleHelp}
          shortcut="?"
          onClick={() => open('shortcuts')}
        />
      </div>
    </nav>
  )
}
