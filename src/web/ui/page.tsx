import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { cx } from './cx.ts'

interface PageHeaderProps {
  title: ReactNode
  /** One line under the title, as a newspaper's folio: "Week 47 · 120 posts, 19 to approve". */
  folio?: ReactNode
  actions?: ReactNode
  back?: { to: string; label: string }
}

export function PageHeader({ title, folio, actions, back }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3 md:flex-nowrap">
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 gap-y-1 max-md:basis-full">
        {back && (
          <Link
            to={back.to}
            className="-mb-1 flex min-h-6 w-full items-center gap-1 text-xs text-ink-2 hover:text-ink"
          >
            <ArrowLeft size={14} strokeWidth={1.5} aria-hidden />
            {back.label}
          </Link>
        )}
        <h1 className="title-serif text-3xl first-letter:uppercase">{title}</h1>
        {folio && <p className="text-ink-2">{folio}</p>}
      </div>
      {actions && (
        <div className="flex shrink-0 flex-wrap items-center gap-2 max-md:w-full">{actions}</div>
      )}
    </header>
  )
}

const WIDTHS = { text: 'max-w-2xl', wide: 'max-w-[1440px]', full: '' } as const

interface PageProps extends PageHeaderProps {
  title: string
  width?: keyof typeof WIDTHS
  /** No padding and no header: the screen draws its own panes, down to the bottom. */
  flush?: boolean
  children: ReactNode
}

/** The frame of a screen: its title in the tab and on the page, its margins. */
export function Page({ title, width = 'wide', flush = false, children, ...header }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Vigie`
  }, [title])
  if (flush) {
    return (
      <div className="flex h-full min-h-0 flex-col">
        <h1 className="sr-only">{title}</h1>
        {children}
      </div>
    )
  }
  return (
    <div className={cx('px-4 pt-5 pb-8 md:px-6 md:pt-6', WIDTHS[width])}>
      <PageHeader title={title} {...header} />
      {children}
    </div>
  )
}
