import type { PreviewCard } from '../../_contract/preview.ts'

interface LinkCardProps {
  card: PreviewCard
  colours: { ink: string; faint: string; rule: string }
  locale: 'en' | 'fr'
}

/** The card that X makes of a link by itself: the title upon the picture, the site under it (x.com, read 2026-11-25). */
export function LinkCard({ card, colours, locale }: LinkCardProps) {
  const { picture, title, host } = card
  const corners = { borderRadius: 16, overflow: 'hidden', border: `1px solid ${colours.rule}` }
  if (!picture) {
    return (
      <div style={{ ...corners, marginTop: 12, padding: 12 }}>
        <p style={{ margin: 0, fontSize: 13, color: colours.faint }}>{host}</p>
        <p style={{ margin: 0, overflowWrap: 'anywhere' }}>{title || host}</p>
      </div>
    )
  }
  return (
    <div style={{ marginTop: 12 }}>
      <div style={{ ...corners, position: 'relative' }}>
        <img
          src={picture.url}
          alt=""
          style={{ display: 'block', width: '100%', aspectRatio: '1.91', objectFit: 'cover' }}
        />
        <span
          style={{
            position: 'absolute',
            insetInline: 12,
            bottom: 12,
            width: 'fit-content',
            maxWidth: 'calc(100% - 24px)',
            padding: '0 4px',
            borderRadius: 4,
            overflow: 'hidden',
            textOverflow: 'ellipsis',
            whiteSpace: 'nowrap',
            color: '#ffffff',
            background: 'rgb(0 0 0 / 77%)',
            fontSize: 13,
          }}
        >
          {title || host}
        </span>
      </div>
      <p style={{ margin: 0, fontSize: 13, color: colours.faint }}>
        {locale === 'fr' ? `De ${host}` : `From ${host}`}
      </p>
    </div>
  )
}
