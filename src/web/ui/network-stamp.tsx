import { cx } from './cx.ts'

interface NetworkStampProps {
  /** Two letters, from the connector's manifest. */
  stamp: string
  /** The network's full name, read aloud and shown on hover. */
  name: string
  size?: 'sm' | 'md'
  className?: string
}

/** A network as a monochrome two-letter stamp; its own colours belong to previews only. */
export function NetworkStamp({ stamp, name, size = 'sm', className }: NetworkStampProps) {
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      className={cx(
        'inline-grid shrink-0 place-items-center rounded-sm border border-rule-strong leading-none font-semibold text-ink-2 select-none',
        size === 'sm' ? 'h-4 min-w-4 px-px text-[9px]' : 'h-6 min-w-6 px-0.5 text-2xs',
        className,
      )}
    >
      {stamp}
    </span>
  )
}
