import { cx } from './cx.ts'

interface AvatarProps {
  name: string
  src?: string | null
  size?: 20 | 24 | 32 | 40
  className?: string
}

/** A face, or the first letters of a name. Decorative: the name is always written nearby. */
export function Avatar({ name, src, size = 32, className }: AvatarProps) {
  const look = cx('shrink-0 rounded-full border border-rule bg-sunken', className)
  const measure = { width: size, height: size }
  if (src)
    return (
      <img src={src} alt="" loading="lazy" style={measure} className={cx(look, 'object-cover')} />
    )
  return (
    <span
      aria-hidden
      style={{ ...measure, fontSize: size * 0.38 }}
      className={cx(look, 'inline-grid place-items-center leading-none font-semibold text-ink-2')}
    >
      {initials(name)}
    </span>
  )
}

function initials(name: string): string {
  const words = name
    .replace(/^@/, '')
    .split(/[\s._-]+/)
    .filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toUpperCase() ?? '')
    .join('')
}
