import type { PreviewCard } from '../../_contract/preview.ts'

interface LinkCardProps {
  card: PreviewCard
  colours: { ink: string; faint: string; rule: string }
}

/** The card of a link as bsky.app shows it (social-app, ExternalEmbed, read 2026-11-25): picture, title, words, host. */
export function LinkCard({ card, colours }: LinkCardProps) {
  const { picture, title, description, host } = card
  return (
    <div
      style={{
        marginTop: 8,
        border: `1px solid ${colours.rule}`,
        borderRadius: 12,
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
      <div style={{ padding: '8px 12px 10px' }}>
        <p style={{ ...clamp(2), fontWeight: 600 }}>{title || host}</p>
        {description !== '' && <p style={{ ...clamp(2), fontSize: 13 }}>{description}</p>}
        <p style={{ ...clamp(1), fontSize: 13, color: colours.faint }}>{host}</p>
      </div>
    </div>
  )
}

const clamp = (lines: number) =>
  ({
    margin: 0,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: lines,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  }) as const
