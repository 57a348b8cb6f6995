import type { CSSProperties } from 'react'

interface PortraitProps {
  displayName: string
  avatarUrl?: string
  size: number
  /** Behind the first letter, where there is no picture. */
  paper: string
}

/** The round picture of an account, or its first letter. */
export function Portrait({ displayName, avatarUrl, size, paper }: PortraitProps) {
  const round: CSSProperties = { width: size, height: size, borderRadius: '50%', flex: 'none' }
  if (avatarUrl) return <img src={avatarUrl} alt="" style={{ ...round, objectFit: 'cover' }} />
  return (
    <span
      aria-hidden="true"
      style={{ ...round, display: 'grid', placeItems: 'center', background: paper }}
    >
      {displayName.slice(0, 1)}
    </span>
  )
}
