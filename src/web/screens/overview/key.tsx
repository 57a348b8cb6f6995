import type { ReactNode } from 'react'

/** What a colour stands for, under a chart. */
export function Key(props: { colour: string; dashed?: boolean; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg width="16" height="10" aria-hidden>
        {props.dashed ? (
          <line x1="0" x2="16" y1="5" y2="5" stroke={props.colour} strokeDasharray="2 4" />
        ) : (
          <rect width="16" height="10" fill={props.colour} />
        )}
      </svg>
      {props.children}
    </span>
  )
}
