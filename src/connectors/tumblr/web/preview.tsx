import type { CSSProperties } from 'react'
import { objectPosition, pieces, type PreviewProps } from '../../_contract/preview.ts'
import { paragraphs, text as rules } from '../text.ts'

/** Near two of Tumblr's palettes, from memory: to be compared with them. */
const themes = {
  light: { paper: '#ffffff', ink: '#000000', faint: '#5f6670', link: '#0068b3' },
  dark: { paper: '#0a1a2b', ink: '#ffffff', faint: '#b3bac2', link: '#5cb8ff' },
}

/** A post as it appears on the dashboard: pictures first, then a paragraph for each block of words. */
export default function Preview({ text, images, account, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  return (
    <article style={{ ...frame, color: colours.ink, background: colours.paper }}>
      <p style={{ margin: '0 0 12px' }}>
        <strong>{account.handle}</strong>{' '}
        <span style={{ color: colours.faint, fontSize: 13 }}>
          {locale === 'fr' ? 'à l’instant' : 'just now'}
        </span>
      </p>
      {images.slice(0, 30).map((image) => (
        <figure key={image.url} style={{ margin: '0 -16px 8px', position: 'relative' }}>
          <img
            src={image.url}
            alt={image.alt}
            style={{ ...picture, objectPosition: objectPosition(image) }}
          />
          {image.alt !== '' && (
            <span aria-hidden="true" style={badge}>
              ALT
            </span>
          )}
        </figure>
      ))}
      {paragraphs(text).map((words, i) => (
        <p key={i} style={{ margin: '0 0 12px', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {pieces(words, rules.spans(words)).map((piece, at) =>
            piece.span ? (
              <span key={at} style={{ color: colours.link, textDecoration: 'underline' }}>
                {piece.text}
              </span>
            ) : (
              piece.text
            ),
          )}
        </p>
      ))}
    </article>
  )
}

const frame: CSSProperties = {
  maxWidth: 540,
  padding: 16,
  borderRadius: 4,
  fontFamily: '"Favorit", "Helvetica Neue", system-ui, sans-serif',
  fontSize: 16,
  lineHeight: '24px',
}

const picture: CSSProperties = { display: 'block', width: '100%', objectFit: 'cover' }

const badge: CSSProperties = {
  position: 'absolute',
  insetInlineEnd: 8,
  bottom: 8,
  padding: '0 6px',
  borderRadius: 4,
  color: '#ffffff',
  background: 'rgb(0 0 0 / 75%)',
  fontSize: 12,
  fontWeight: 700,
}
