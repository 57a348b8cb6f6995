import type { CSSProperties } from 'react'
import { pieces, type PreviewCard, type PreviewProps } from '../../_contract/preview.ts'

/** Near the light and dark themes of Reddit's pages, from memory: to be compared with them. */
const themes = {
  light: { paper: '#ffffff', ink: '#0f1a1c', faint: '#5c6c74', link: '#0a66c2', rule: '#d7dfe2' },
  dark: { paper: '#0e1113', ink: '#f2f4f5', faint: '#8ba2ad', link: '#7fb3ff', rule: '#2a3236' },
}

/** A post as it appears in its community: the first line is the title, an image takes the place of the text. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, theme } = props
  const colours = themes[theme]
  const end = text.indexOf('\n')
  const title = end < 0 ? text : text.slice(0, end)
  const body = end < 0 ? '' : text.slice(end + 1).trim()
  const [image] = images
  // Stretches of the body, counted from where it begins.
  const from = body === '' ? text.length : text.indexOf(body, end)
  const inBody = spans
    .filter((span) => span.start >= from)
    .map((span) => ({ ...span, start: span.start - from, end: span.end - from }))
  return (
    <article
      style={{ ...frame, color: colours.ink, background: colours.paper, borderColor: colours.rule }}
    >
      <p style={{ margin: '0 0 6px', fontSize: 12, color: colours.faint }}>
        {account.displayName} · {locale === 'fr' ? 'maintenant' : 'now'}
      </p>
      <h3 style={{ margin: '0 0 8px', fontSize: 18, lineHeight: '24px', fontWeight: 600 }}>
        {title}
      </h3>
      {image ? (
        <img src={image.url} alt={image.alt} style={picture} />
      ) : (
        <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {pieces(body, inBody).map((piece, i) =>
            piece.span ? (
              <span key={i} style={{ color: colours.link }}>
                {piece.text}
              </span>
            ) : (
              piece.text
            ),
          )}
        </div>
      )}
      {!image && body === '' && card && <LinkCard card={card} rule={colours.rule} />}
    </article>
  )
}

const frame: CSSProperties = {
  padding: 12,
  border: '1px solid',
  borderRadius: 16,
  fontFamily: '"Reddit Sans", system-ui, sans-serif',
  fontSize: 14,
  lineHeight: '20px',
}

const picture: CSSProperties = {
  display: 'block',
  width: '100%',
  maxHeight: 540,
  objectFit: 'contain',
  borderRadius: 16,
}

/** Only a post that is a link, and nothing else, has a card. */
function LinkCard({ card, rule }: { card: PreviewCard; rule: string }) {
  return (
    <div style={{ border: `1px solid ${rule}`, borderRadius: 12, overflow: 'hidden' }}>
      {card.picture && (
        <img src={card.picture.url} alt="" style={{ ...picture, borderRadius: 0 }} />
      )}
      <p style={{ margin: 0, padding: '6px 10px', fontSize: 12 }}>{card.host}</p>
    </div>
  )
}
