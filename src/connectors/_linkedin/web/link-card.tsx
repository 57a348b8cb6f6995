import type { PreviewCard } from '../../_contract/preview.ts'

interface LinkCardProps {
  card: PreviewCard
  colours: { ink: string; faint: string; rule: string }
}

/** The article that is sent with the post, as the feed shows it (linkedin.com, read 2026-11-25). */
export function LinkCard({ card, colours }: LinkCardProps) {
  const { picture, title, host } = card
  return (
    <div style={{ borderTop: `1px solid ${colours.rule}` }}>
      {picture && (
        <img
          src={picture.url}
          alt=""
          style={{ display: 'block', width: '100%', aspectRatio: '1.91', objectFit: 'cover' }}
        />
      )}
      <div style={{ padding: '8px 16px 12px' }}>
        <p style={{ margin: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>{title || host}</p>
        <p style={{ margin: 0, fontSize: 12, color: colours.faint }}>{host}</p>
      </div>
    </div>
  )
}
