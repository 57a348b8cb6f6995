import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { useShortcuts } from '../keys/shortcuts.ts'
import { useHoldEverything } from './hold-everything.tsx'
import { useOpenComposer } from './open-composer.ts'
import { nav } from './screens.ts'
import type { ShellPanel } from './shell-panel.ts'
import { useText } from './text.ts'

/** The keys that work on every screen. */
export function useShellShortcuts(open: (panel: ShellPanel) => void): void {
  const { t } = useLingui()
  const say = useText()
  const navigate = useNavigate()
  const openComposer = useOpenComposer()
  const hold = useHoldEverything()
  useShortcuts([
    { keys: '$mod+k', label: t`All commands`, run: () => open('palette') },
    { keys: 'c', label: t`New post`, run: () => openComposer() },
    // '?' needs Shift on most keyboards, not on all.
    { keys: '[Shift]+?', label: t`This list`, run: () => open('shortcuts') },
    ...(hold ? [{ keys: hold.shortcut, label: hold.label, run: hold.onSelect }] : []),
    ...nav.map((entry) => ({
      keys: `g ${entry.key}`,
      label: say(entry.label),
      run: () => void navigate({ to: entry.to }),
    })),
  ])
}
