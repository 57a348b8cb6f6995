import { cx } from './cx.ts'

export type ButtonKind = 'solid' | 'line' | 'quiet' | 'danger'
export type ButtonSize = 'sm' | 'md'

const KINDS: Record<ButtonKind, string> = {
  solid: 'bg-accent text-on-accent hover:not-disabled:brightness-110',
  line: 'border border-rule-strong bg-sheet text-ink hover:not-disabled:bg-sunken',
  quiet: 'text-ink hover:not-disabled:bg-sunken',
  danger: 'border border-bad text-bad bg-sheet hover:not-disabled:bg-bad-soft',
}

/** The classes shared by buttons and by links that look like buttons. */
export function buttonLook(kind: ButtonKind, size: ButtonSize, square = false): string {
  const measure =
    size === 'sm'
      ? cx('h-7 text-xs', square ? 'w-7' : 'px-2 gap-1.5')
      : cx('h-8', square ? 'w-8' : 'px-3 gap-2')
  return cx(
    'inline-flex shrink-0 items-center justify-center rounded-md font-medium whitespace-nowrap',
    'transition-[background-color,filter] duration-120 pointer-coarse:min-h-11 pointer-coarse:min-w-11',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55',
    measure,
    KINDS[kind],
  )
}
