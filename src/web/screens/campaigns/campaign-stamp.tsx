import type { ReactNode } from 'react'
import type { Shape } from '#domain/publishing/campaigns/api.ts'
import { cx } from '#web/ui/index.ts'

const OUTLINES: Record<Shape, ReactNode> = {
  circle: <circle cx="10" cy="10" r="8.75" />,
  square: <path d="M2 2h16v16H2z" />,
  diamond: <path d="M10 .75 19.25 10 10 19.25.75 10z" />,
  hexagon: <path d="M5.25 1.75h9.5L19.25 10l-4.5 8.25h-9.5L.75 10z" />,
  pennant: <path d="M1.5 2h17l-3.5 8 3.5 8h-17z" />,
  drop: <path d="M10 .5c4 4.5 7.5 7 7.5 11.25a7.5 7.5 0 0 1-15 0C2.5 7.5 6 5 10 .5z" />,
}

interface CampaignStampProps {
  campaign: { name: string; shape: Shape; letter: string }
  size?: 'sm' | 'md' | 'lg'
  /** The name stands beside it already. */
  silent?: boolean
  className?: string
}

const SIZES = { sm: 'size-4', md: 'size-6', lg: 'size-9' } as const

/** A campaign's mark: a shape with a letter in it, in ink, so that it is told apart in black and white. */
export function CampaignStamp(props: CampaignStampProps) {
  const { campaign, size = 'sm', silent = false, className } = props
  const { shape, letter, name } = campaign
  return (
    <svg
      viewBox="0 0 20 20"
      className={cx('shrink-0 select-none', SIZES[size], className)}
      {...(silent ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name })}
    >
      {!silent && <title>{name}</title>}
      <g fill="var(--sheet)" stroke="currentColor" strokeWidth="1.5">
        {OUTLINES[shape]}
      </g>
      <text
        x={shape === 'pennant' ? 8.5 : 10}
        y={shape === 'drop' ? 15 : 13.75}
        textAnchor="middle"
        fontSize="10.5"
        fontWeight="600"
        fill="currentColor"
      >
        {letter}
      </text>
    </svg>
  )
}
