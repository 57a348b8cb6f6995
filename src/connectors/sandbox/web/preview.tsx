import type { CSSProperties } from 'react'
import {
  objectPosition,
  pieces,
  type PreviewImage,
  type PreviewProps,
} from '../../_contract/preview.ts'

/** The colours of the practice network's own pages (src/sandbox/server/html.ts). */
const themes = {
  light: { paper: '#faf8f4', ink: '#1c1a17', dim: '#5f5a52', rule: '#ddd7cc', link: '#1f4e79' },
  dark: { paper: '#171513', ink: '#ece8e1', dim: '#a8a196', rule: '#38342f', link: '#9cc3ea' },
}

/** A post as the practice network's pages show it: whole, its addresses underlined, its images below. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, card, account, locale, theme, thread } = props
  const { paper, ink, dim, rule, link } = themes[theme]
  const frame: CSSProperties = {
    padding: 16,
    background: paper,
    color: ink,
    border: `1px solid ${rule}`,
    // The pages show a thread as posts one under another.
    ...(thread && thread.place > 1 ? { borderTop: 'none' } : {}),
    font: '16px/1.5 system-ui, sans-serif',
    overflowWrap: 'anywhere',
  }
  const links = spans.filter(({ kind }) => kind === 'link')
  return (
    <article style={frame}>
      <p style={{ margin: '4px 0', color: dim, fontSize: 14 }}>
        {account.displayName} · @{account.handle} · {locale.startsWith('fr') ? 'maintenant' : 'now'}
      </p>
      <p style={{ margin: '4px 0', whiteSpace: 'pre-line' }}>
        {pieces(text, links).map((piece, i) =>
          piece.span ? (
            <span key={i} style={{ color: link, textDecoration: 'underline' }}>
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </p>
      {images.length === 0 && card && (
        <div style={{ display: 'flex', gap: 12, border: `1px solid ${rule}`, margin: '8px 0' }}>
          {card.picture && (
            <img src={card.picture.url} alt="" style={{ width: 96, objectFit: 'cover' }} />
          )}
          <div style={{ padding: 8, minWidth: 0 }}>
            <p style={{ margin: 0, fontWeight: 600 }}>{card.title || card.host}</p>
            <p style={{ margin: 0, color: dim, fontSize: 14 }}>{card.host}</p>
          </div>
        </div>
      )}
      {images.length > 0 && (
        <div style={gallery}>
          {images.map((image) => (
            <img
              key={image.url}
              src={image.url}
              alt={image.alt}
              style={{
                width: '100%',
                display: 'block',
                borderRadius: 4,
                ...(account.handle.endsWith('@vitrine') ? square(image) : {}),
              }}
            />
          ))}
        </div>
      )}
    </article>
  )
}

/** As the pages of Vitrine cut every picture (src/sandbox/server/html.ts). */
const square = (image: PreviewImage): CSSProperties => ({
  aspectRatio: 1,
  objectFit: 'cover',
  objectPosition: objectPosition(image),
})

const gallery: CSSProperties = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
  gap: 4,
  margin: '8px 0',
}
