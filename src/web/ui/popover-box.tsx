import { Popover as P } from 'radix-ui'
import { type ReactNode, useRef } from 'react'

export interface PopoverBoxProps {
  /** The accessible name of what opens. */
  label: string
  children: ReactNode
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** The button that it stands beside. */
  anchor: HTMLElement
  onClose: () => void
}

/** The open box, beside its button; the focus goes back there when it closes. */
export default function PopoverBox(props: PopoverBoxProps) {
  const { anchor, onClose, label, children, align = 'start', side = 'bottom' } = props
  const beside = useRef(anchor)
  return (
    <P.Root open onOpenChange={(open) => open || onClose()}>
      <P.Anchor virtualRef={beside} />
      <P.Portal>
        <P.Content
          {...{ align, side }}
          aria-label={label}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (document.activeElement === document.body) anchor.focus()
          }}
          onInteractOutside={(event) => {
            // The button's own click closes it; closing here too would open it again.
            if (event.target instanceof Node && anchor.contains(event.target))
              event.preventDefault()
          }}
          className="z-50 w-80 max-w-[calc(100vw-16px)] animate-appear rounded-lg bg-sheet p-4 shadow-float outline-none"
        >
          {children}
        </P.Content>
      </P.Portal>
    </P.Root>
  )
}
