import { cx } from './cx.ts'

/** A small picture with its alternative text, cropped to a square. */
export function Thumb({
  src,
  alt,
  size = 48,
  className,
}: {
  src: string
  alt: string
  size?: number
  className?: string
}) {
  return (
    <img
      src={src}
      alt={alt}
      width={size}
      height={size}
      loading="lazy"
      style={{ width: size, height: size }}
      className={cx('shrink-0 rounded-md border border-rule bg-sunken object-cover', className)}
    />
  )
}
