import { lazy, type ReactElement, type ReactNode, Suspense, useState } from 'react'
import { type TriggerProps, withTrigger } from './trigger.ts'

export interface PopoverProps {
  trigger: ReactElement
  /** The accessible name of what opens. */
  label: string
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'left' | 'right'
}

const load = () => import('./popover-box.tsx')
const PopoverBox = lazy(load)

/** A button that opens a few lines or controls beside it. Closed, it is only its trigger. */
export function Popover({ trigger, ...box }: PopoverProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      {withTrigger(trigger as ReactElement<TriggerProps>, {
        popup: 'dialog',
        open: anchor !== null,
        load,
        toggle: (button) => setAnchor((open) => (open ? null : button)),
      })}
      {anchor && (
        <Suspense>
          <PopoverBox {...box} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  )
}
