import { Check, type LucideIcon } from 'lucide-react'
import { DropdownMenu as M } from 'radix-ui'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { cx } from './cx.ts'
import { Kbd } from './kbd.tsx'

export interface MenuItem {
  label: string
  onSelect: () => void
  icon?: LucideIcon
  shortcut?: string
  danger?: boolean
  disabled?: boolean
  /** When given, the item shows whether it is the chosen one. */
  checked?: boolean
}

export type MenuEntry = MenuItem | 'rule' | { heading: string }

export interface MenuListProps {
  items: readonly MenuEntry[]
  /** Names the menu when its trigger does not. */
  label?: string
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'bottom' | 'left' | 'right'
  /** The button that it stands beside. */
  anchor: HTMLElement
  /** Opened with the keyboard: the first item takes the focus, as every menu does. */
  focusFirst: boolean
  onClose: () => void
}

/** The open list, placed beside its button; the focus goes back there when it closes. */
export default function MenuList(props: MenuListProps) {
  const { anchor, focusFirst, onClose, items, label, align = 'end', side = 'bottom' } = props
  const [place] = useState(() => anchor.getBoundingClientRect())
  return (
    <M.Root open modal={false} onOpenChange={(open) => open || onClose()}>
      {createPortal(
        // At the body: inside a row moved by a transform, "fixed" would be fixed to the row.
        <M.Trigger asChild>
          <span
            aria-hidden
            className="pointer-events-none fixed"
            style={{ left: place.left, top: place.top, width: place.width, height: place.height }}
          />
        </M.Trigger>,
        document.body,
      )}
      <M.Portal>
        <M.Content
          {...{ align, side }}
          ref={focusFirst ? focusFirstItem : null}
          aria-labelledby={undefined}
          aria-label={label ?? anchor.getAttribute('aria-label') ?? anchor.textContent}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // An item may have opened a dialog or changed the screen, which have the focus by now.
            if (document.activeElement === document.body) anchor.focus()
          }}
          onInteractOutside={(event) => {
            // The button's own click closes it; closing here too would open it again.
            if (event.target instanceof Node && anchor.contains(event.target))
              event.preventDefault()
          }}
          className="z-50 max-h-[70vh] max-w-80 min-w-44 animate-appear overflow-auto rounded-lg bg-sheet p-1 shadow-float"
        >
          {items.map((item, index) => {
            if (item === 'rule') return <M.Separator key={index} className="my-1 h-px bg-rule" />
            if ('heading' in item) {
              return (
                <M.Label key={index} className="px-2 pt-2 pb-1 text-xs text-ink-3">
                  {item.heading}
                </M.Label>
              )
            }
            const run = () => {
              // First, so that a dialog opened by the item gives the focus back to the button.
              anchor.focus()
              item.onSelect()
            }
            return <Line key={index} {...item} onSelect={run} />
          })}
        </M.Content>
      </M.Portal>
    </M.Root>
  )
}

function Line({
  label,
  onSelect,
  icon: Icon,
  shortcut,
  danger,
  disabled = false,
  checked,
}: MenuItem) {
  const look = cx(
    'flex min-h-8 touch-row cursor-default items-center gap-2 rounded-md px-2 outline-none',
    'data-highlighted:bg-accent-soft data-disabled:opacity-55',
    danger && 'text-bad',
  )
  const inside = (
    <>
      {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden className="shrink-0" />}
      <span className="flex-1">{label}</span>
      {checked && <Check size={16} strokeWidth={1.5} aria-hidden />}
      {shortcut && <Kbd keys={shortcut} plain />}
    </>
  )
  if (checked === undefined) {
    return (
      <M.Item {...{ onSelect, disabled }} className={look}>
        {inside}
      </M.Item>
    )
  }
  return (
    <M.CheckboxItem {...{ checked, onSelect, disabled }} className={look}>
      {inside}
    </M.CheckboxItem>
  )
}

/** Once the list is drawn and placed. */
function focusFirstItem(list: HTMLElement | null): void {
  requestAnimationFrame(() => {
    list?.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus()
  })
}
