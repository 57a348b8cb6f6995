import { lazy, type ReactElement, Suspense, useState } from 'react'
import type { PopoverBoxProps } from './popover-box.tsx'
import { type TriggerProps, withTrigger } from './trigger.ts'

interface PopoverProps extends Omit<PopoverBoxProps, 'anchor' | 'onClose'> {
  trigger: ReactElement
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
