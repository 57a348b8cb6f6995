import type { CSSProperties } from 'react'
import { objectPosition, pieces, type PreviewProps } from '../../_contract/preview.ts'

/** Paper and ink: what is put up has no look of its own before somebody gives it one. */
const themes = {
  light: { paper: '#fffdf7', ink: '#1d1b16', faint: '#5c574b', link: '#1f4f8f', rule: '#d8d2c2' },
  dark: { paper: '#22201b', ink: '#f3efe4', faint: '#b9b2a1', link: '#9cc1f5', rule: '#4a463c' },
}

/** A post as it is handed to a person: its words whole, its pictures whole, where it goes. */
export default function Preview({ text, spans, images, account, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  const frame: CSSProperties = {
    padding: 20,
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    fontSize: 16,
    lineHeight: '24px',
  }
  return (
    <article style={frame}>
      <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {pieces(text, spans).map((piece, i) =>
          piece.span ? (
            <span key={i} style={{ color: colours.link }}>
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </div>
      {images.map((image) => (
        <img
          key={image.url}
          src={image.url}
          alt={image.alt}
          style={{
            display: 'block',
            width: '100%',
            marginTop: 12,
            maxHeight: 480,
            objectFit: 'cover',
            objectPosition: objectPosition(image),
          }}
        />
      ))}
      <p
        style={{
          margin: '16px 0 0',
          paddingTop: 10,
          borderTop: `1px solid ${colours.rule}`,
          color: colours.faint,
          fontSize: 13,
          lineHeight: '18px',
        }}
      >
        {locale === 'fr'
          ? `Sera remise à une personne, pour\u00A0: ${account.displayName}`
          : `Will be handed to a person, for: ${account.displayName}`}
      </p>
    </article>
  )
}
