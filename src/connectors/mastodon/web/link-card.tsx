import type { PreviewCard } from '../../_contract/preview.ts'

interface LinkCardProps {
  card: PreviewCard
  colours: { ink: string; faint: string; rule: string }
}

/** The card that the server makes of a link by itself, as the web client shows it (status_card, read 2026-11-25). */
export function LinkCard({ card, colours }: LinkCardProps) {
  const { picture, title, description, host, siteName } = card
  return (
    <div
      style={{
        marginTop: 12,
        border: `1px solid ${colours.rule}`,
        borderRadius: 8,
        overflow: 'hidden',
      }}
    >
      {picture && (
        <img
          src={picture.url}
          alt=""
          style={{ display: 'block', width: '100%', aspectRatio: '1.91', objectFit: 'cover' }}
        />
      )}
      <div style={{ padding: 15 }}>
        <p style={{ margin: '0 0 4px', fontSize: 14, color: colours.faint }}>{siteName || host}</p>
        <p style={{ margin: 0, fontWeight: 700, overflowWrap: 'anywhere' }}>{title || host}</p>
        {!picture && description !== '' && (
          <p style={{ margin: '4px 0 0', fontSize: 14, color: colours.faint }}>{description}</p>
        )}
      </div>
    </div>
  )
}
