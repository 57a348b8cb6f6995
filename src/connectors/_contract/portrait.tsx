import type { CSSProperties } from 'react'

interface PortraitProps {
  displayName: string
  avatarUrl?: string
  size: number
  /** Behind the first letter, where there is no picture. */
  paper: string
  /** What the network does otherwise: other corners, over the line of a thread. */
  style?: CSSProperties
}

/** The picture of an account in a preview, round as on most networks; or its first letter. */
export function Portrait({ displayName, avatarUrl, size, paper, style }: PortraitProps) {
  const round: CSSProperties = {
    width: size,
    height: size,
    borderRadius: '50%',
    flex: 'none',
    ...style,
  }
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
