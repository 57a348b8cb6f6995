import type { ComponentProps, ReactNode } from 'react'

interface OuterLinkProps extends Omit<ComponentProps<'a'>, 'href' | 'target' | 'rel'> {
  url: string
  /** What stands in its place when there is no address. */
  otherwise?: ReactNode
}

/** Leaves the desk for a page that somebody else wrote, in a tab of its own; that page learns nothing of the desk. */
export function OuterLink({ url, otherwise = null, children, ...rest }: OuterLinkProps) {
  if (url === '') return otherwise
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" {...rest}>
      {children}
    </a>
  )
}
