import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useCallback } from 'react'
import { cx } from './cx.ts'

export type MarkStatus =
  | 'draft'
  | 'in_review'
  | 'approved'
  | 'scheduled'
  | 'sending'
  | 'published'
  | 'partial'
  | 'failed'
  | 'unknown'
  | 'cancelled'
  | 'held'
  | 'handed'

const ring = <circle cx="6" cy="6" r="4.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
const halfRight = <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5z" fill="currentColor" />

const SIGNS: Record<MarkStatus, { colour: string; sign: ReactNode }> = {
  draft: {
    colour: 'text-ink-3',
    sign: (
      <circle
        cx="6"
        cy="6"
        r="4.75"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="1.6 2.13"
      />
    ),
  },
  in_review: {
    colour: 'text-wait',
    sign: (
      <>
        {ring}
        {halfRight}
      </>
    ),
  },
  approved: {
    colour: 'text-good',
    sign: (
      <path d="M1.75 6.5 4.75 9.5 10.5 2.75" fill="none" stroke="currentColor" strokeWidth="2" />
    ),
  },
  scheduled: {
    colour: 'text-accent',
    sign: (
      <>
        {ring}
        <path d="M6 3.25V6l1.9 1.4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </>
    ),
  },
  sending: {
    colour: 'text-accent',
    sign: (
      <path
        d="M6 10.75v-8M2.5 5.5 6 2l3.5 3.5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
      />
    ),
  },
  published: { colour: 'text-ink', sign: <circle cx="6" cy="6" r="5.25" fill="currentColor" /> },
  partial: {
    colour: 'text-bad',
    sign: (
      <>
        {ring}
        <path d="M1.25 6a4.75 4.75 0 0 0 9.5 0z" fill="currentColor" />
      </>
    ),
  },
  failed: { colour: 'text-bad', sign: <path d="M6 .9 11.6 11H.4z" fill="currentColor" /> },
  unknown: {
    colour: 'text-wait',
    sign: (
      <path
        d="M3.4 3.9C3.4 2.2 4.5 1.2 6 1.2s2.6 1 2.6 2.4c0 2-2.5 2.1-2.5 4M6.1 9.4v1.7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
      />
    ),
  },
  held: {
    colour: 'text-wait',
    sign: <path d="M3.75 1.5v9M8.25 1.5v9" fill="none" stroke="currentColor" strokeWidth="2.25" />,
  },
  handed: {
    colour: 'text-wait',
    sign: (
      <>
        <path d="M10.5 6v4.5h-9v-9H7" fill="none" stroke="currentColor" strokeWidth="1.5" />
        <path d="M4 5.5 6 7.75 11 1.75" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </>
    ),
  },
  cancelled: {
    colour: 'text-ink-3',
    sign: (
      <>
        {ring}
        <path d="M2.7 9.3l6.6-6.6" stroke="currentColor" strokeWidth="1.5" />
      </>
    ),
  },
}

/** A status as a drawn sign, readable in black and white; `label` writes the word beside it. */
export function Mark({
  status,
  label = false,
  className,
}: {
  status: MarkStatus
  label?: boolean
  className?: string
}) {
  const word = useMarkWord()(status)
  const { colour, sign } = SIGNS[status]
  const drawing = (
    <svg
      viewBox="0 0 12 12"
      className={cx('size-3 shrink-0', colour, !label && className)}
      {...(label ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })}
    >
      {sign}
    </svg>
  )
  if (!label) return drawing
  return (
    <span className={cx('inline-flex items-center gap-1.5 whitespace-nowrap', className)}>
      {drawing}
      {word}
    </span>
  )
}

/** The word of each status, in the reader's language. */
export function useMarkWord(): (status: MarkStatus) => string {
  const { t } = useLingui()
  return useCallback(
    (status) =>
      ({
        draft: t`Draft`,
        in_review: t`In review`,
        approved: t`Approved`,
        scheduled: t({ message: 'Scheduled', context: 'post status' }),
        sending: t`Being sent`,
        published: t({ message: 'Published', context: 'post status' }),
        partial: t`Partly published`,
        failed: t({ message: 'Failed', context: 'post status' }),
        unknown: t`Outcome unknown`,
        cancelled: t`Cancelled`,
        handed: t({ message: 'To do', context: 'post status' }),
        held: t({ message: 'Held', context: 'post status' }),
      })[status],
    [t],
  )
}
