import type { CSSProperties } from 'react'
import { pieces, type PreviewProps } from '../../_contract/preview.ts'
import { titleAndBody } from '../../_contract/title-and-body.ts'
import { text as rules } from '../text.ts'

/** Near the two themes that lemmy-ui opens with, from memory. */
const themes = {
  light: { paper: '#ffffff', ink: '#222529', faint: '#5b6168', link: '#00634c', rule: '#d9dee2' },
  dark: { paper: '#222222', ink: '#f2f2f2', faint: '#a9b0b6', link: '#6bd1b0', rule: '#43484d' },
}

/** A post as its community shows it: a title, an image, the words. */
export default function Preview({ text, images, account, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  const { title, body } = titleAndBody(text)
  const [image] = images
  const frame: CSSProperties = {
    padding: 12,
    border: `1px solid ${colours.rule}`,
    color: colours.ink,
    background: colours.paper,
    fontFamily: 'system-ui, sans-serif',
    fontSize: 15,
    lineHeight: 1.5,
  }
  return (
    <article style={frame}>
      <h3 style={{ margin: 0, fontSize: 18, fontWeight: 600 }}>{title}</h3>
      <p style={{ margin: '2px 0 8px', fontSize: 13, color: colours.faint }}>
        {account.displayName} · {locale === 'fr' ? 'maintenant' : 'now'}
      </p>
      {image && (
        <img
          src={image.url}
          alt={image.alt}
          style={{ display: 'block', maxWidth: '100%', marginBottom: 8 }}
        />
      )}
      <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {pieces(body, rules.spans(body)).map((piece, i) => (
          <span key={i} style={piece.span ? { color: colours.link } : {}}>
            {piece.text}
          </span>
        ))}
      </div>
    </article>
  )
}
