import { lazy, type ReactElement, Suspense, useCallback, useState } from 'react'
import type { MenuListProps } from './menu-list.tsx'
import { type TriggerProps, withTrigger } from './trigger.ts'

interface MenuProps extends Omit<MenuListProps, 'anchor' | 'focusFirst' | 'onClose'> {
  trigger: ReactElement
  /** Opens as soon as it is mounted, for what is mounted by the very click that opens it. */
  defaultOpen?: boolean
}

const load = () => import('./menu-list.tsx')
const MenuList = lazy(load)

/**
 * A button that opens a list of commands. Closed, it is only its trigger: the list and its machinery come on the
 * first intent to open one, so that a menu in each of five hundred rows weighs nothing.
 */
export function Menu({ trigger, defaultOpen = false, ...list }: MenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [byKey, setByKey] = useState(false)
  const openBeside = useCallback((mark: HTMLElement | null) => {
    const button = mark?.nextElementSibling
    if (button instanceof HTMLElement) setAnchor(button)
  }, [])
  return (
    <>
      {defaultOpen && <span hidden ref={openBeside} />}
      {withTrigger(trigger as ReactElement<TriggerProps>, {
        popup: 'menu',
        open: anchor !== null,
        load,
        toggle: (button, keyboard) => {
          setByKey(keyboard)
          setAnchor((open) => (open ? null : button))
        },
      })}
      {anchor && (
        <Suspense>
          <MenuList {...list} anchor={anchor} focusFirst={byKey} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  )
}
