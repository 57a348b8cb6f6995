import { Trans } from '@lingui/react/macro'
import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useLive } from '../api/live.ts'
import { useCompany } from '../api/session.ts'
import { Toaster } from '../ui/toast.tsx'
import { CrisisBanner } from './crisis-banner.tsx'
import { useFollowFocus } from './follow-focus.ts'
import { Overlays } from './overlays.tsx'
import { PhoneBar } from './phone-bar.tsx'
import { PracticeBanner } from './practice-banner.tsx'
import type { ShellPanel } from './shell-panel.ts'
import { Sidebar } from './sidebar.tsx'
import { useShellShortcuts } from './shell-shortcuts.ts'

const Palette = lazy(() => import('./palette.tsx'))
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx'))

/** The desk around every screen: where to go, what is practice, what just happened. */
export function Shell() {
  const company = useCompany()
  const [panel, setPanel] = useState<ShellPanel>(null)
  useLive(company.id)
  useShellShortcuts(setPanel)
  useFollowFocus()
  return (
    <div className="md:grid md:h-dvh md:grid-cols-[208px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-ink px-3 py-2 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        <Trans>Skip to content</Trans>
      </a>
      <Sidebar open={setPanel} />
      <div className="flex h-dvh min-h-0 min-w-0 flex-col pb-14 md:pb-0">
        {company.practice && <PracticeBanner company={company} />}
        <CrisisBanner />
        <main
          id="main"
          tabIndex={-1}
          // A new company is a new desk: nothing of the former one may stay on screen.
          key={company.id}
          // Positioned: what is hidden for the eye only would otherwise lengthen the document itself.
          className="relative min-h-0 flex-1 overflow-auto outline-none"
        >
          <Outlet />
        </main>
      </div>
      <PhoneBar open={setPanel} />
      <Toaster />
      <Overlays />
      <Suspense>
        {panel === 'palette' && <Palette close={() => setPanel(null)} open={setPanel} />}
        {panel === 'shortcuts' && <ShortcutSheet close={() => setPanel(null)} />}
      </Suspense>
    </div>
  )
}
