import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { buttonLook, type ButtonKind, type ButtonSize } from './button-look.ts'
import { cx } from './cx.ts'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** The accessible name, also shown on hover. */
  label: string
  icon: LucideIcon
  kind?: ButtonKind
  size?: ButtonSize
  shortcut?: string
}

export function IconButton({
  label,
  icon: Icon,
  kind = 'quiet',
  size = 'md',
  shortcut,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} {...(shortcut ? { shortcut } : {})}>
      <button
        type="button"
        aria-label={label}
        className={cx(buttonLook(kind, size, true), className)}
        {...rest}
      >
        <Icon size={16} strokeWidth={1.5} aria-hidden />
      </button>
    </Tooltip>
  )
}
