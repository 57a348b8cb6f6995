import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cx } from './cx.ts'

const FRAME = cx(
  'w-full rounded-md border border-rule-strong bg-sheet text-ink',
  'focus-visible:outline-offset-0 aria-invalid:border-bad disabled:bg-sunken disabled:text-ink-3',
  // Below 16 px, iPhones zoom into the field.
  'pointer-coarse:text-lg',
)

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cx(FRAME, 'h-8 px-2.5 pointer-coarse:h-11', className)} {...rest} />
}

/** `autosize` grows with its text (CSS field-sizing; elsewhere it scrolls). */
export function TextArea({
  autosize = false,
  className,
  ...rest
}: ComponentProps<'textarea'> & { autosize?: boolean }) {
  return (
    <textarea
      className={cx(
        FRAME,
        'min-h-20 px-2.5 py-1.5 leading-normal',
        autosize ? 'field-sizing-content resize-none' : 'resize-y',
        className,
      )}
      {...rest}
    />
  )
}

export interface SelectOption {
  value: string
  label: string
  disabled?: boolean
}

export interface SelectProps extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  options: readonly SelectOption[]
  value: string
  onValue: (value: string) => void
}

/** The native list: phones and screen readers already know it. */
export function Select({ options, value, onValue, className, ...rest }: SelectProps) {
  return (
    <span className={cx('relative block', className)}>
      <select
        className={cx(FRAME, 'h-8 appearance-none truncate pr-8 pl-2.5 pointer-coarse:h-11')}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        {...rest}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={16}
        strokeWidth={1.5}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-2"
      />
    </span>
  )
}
