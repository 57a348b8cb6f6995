import { useNavigate } from '@tanstack/react-router'
import { CirclePause } from 'lucide-react'
import { useMay } from '../api/session.ts'
import { Button } from '../ui/button.tsx'
import { type Text, useText } from './text.ts'

type Search = Record<string, unknown>

const LABEL: Text = { en: 'Hold everything…', fr: 'Tout suspendre…' }

/** The brake, for those who may pull it: by the mouse, the palette, a phone's menu, or ⇧H. */
export function useHoldEverything() {
  const may = useMay('crisis:write')
  const say = useText()
  const navigate = useNavigate()
  if (!may) return null
  return {
    label: say(LABEL),
    icon: CirclePause,
    shortcut: 'Shift+H',
    onSelect: () =>
      void navigate({ to: '.', search: (before: Search) => ({ ...before, hold: 'company' }) }),
  }
}

export function HoldEverything() {
  const hold = useHoldEverything()
  if (!hold) return null
  return (
    <Button
      kind="quiet"
      icon={hold.icon}
      shortcut={hold.shortcut}
      className="justify-start! px-2.5! text-ink-2 [&>kbd]:ml-auto"
      onClick={hold.onSelect}
    >
      {hold.label}
    </Button>
  )
}
