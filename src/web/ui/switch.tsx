import { Switch as S } from 'radix-ui'
import { useId } from 'react'
import type { OnOff } from './choices.tsx'
import { cx } from './cx.ts'

/** On or off, at once. Apart from the other choices: its machinery must not come with the first screen. */
export function Switch({ label, hint, checked, onChecked, disabled, className }: OnOff) {
  const id = useId()
  return (
    <div className={cx('flex items-start justify-between gap-4', className)}>
      <span>
        <label htmlFor={id} className="block font-medium">
          {label}
        </label>
        {hint && (
          <span id={`${id}-hint`} className="block text-xs text-ink-3">
            {hint}
          </span>
        )}
      </span>
      <S.Root
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        checked={checked}
        onCheckedChange={onChecked}
        {...(disabled === undefined ? {} : { disabled })}
        className={cx(
          'relative h-6 w-10 shrink-0 rounded-full border border-rule-strong bg-sunken',
          'data-[state=checked]:border-accent data-[state=checked]:bg-accent disabled:opacity-55',
        )}
      >
        <S.Thumb
          className={cx(
            'block size-4 translate-x-[3px] rounded-full bg-rule-strong transition-transform duration-120',
            'data-[state=checked]:translate-x-[19px] data-[state=checked]:bg-on-accent',
          )}
        />
      </S.Root>
    </div>
  )
}
