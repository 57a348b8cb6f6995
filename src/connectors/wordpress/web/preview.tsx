import type { CSSProperties } from 'react'
import { pieces, type PreviewImage, type PreviewProps } from '../../_contract/preview.ts'
import { titleAndBody } from '../../_contract/title-and-body.ts'
import { text as rules } from '../text.ts'

/** Twenty Twenty-Four, the theme WordPress 6.5 comes with, and its style Onyx (styles/onyx.json, read 2026-11-25). */
const themes = {
  light: { paper: '#f9f9f9', ink: '#111111', faint: '#636363', rule: '#d7d7d7' },
  dark: { paper: '#272727', ink: '#f9f9f9', faint: '#b7b7b7', rule: '#4a4a4a' },
}

/** A post as its own page shows it: the featured image, the title, then the text and the other images. */
export default function Preview({ text, images, account, locale, now, theme }: PreviewProps) {
  const colours = themes[theme]
  const { title, body } = titleAndBody(text)
  const [featured, ...others] = images
  const paragraphs = body.split(/\n\s*\n/).filter((part) => part.trim() !== '')
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(now)
  const frame: CSSProperties = {
    padding: 24,
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    fontFamily: 'Inter, system-ui, sans-serif',
    fontSize: 17,
    lineHeight: 1.55,
  }
  return (
    <article style={frame}>
      {featured && <Picture image={featured} style={{ margin: '0 0 20px' }} />}
      <h2 style={heading}>{title || (locale === 'fr' ? '(sans titre)' : '(no title)')}</h2>
      <p style={{ margin: '0 0 20px', fontSize: 15, color: colours.faint }}>
        {date} — {locale === 'fr' ? 'par' : 'by'} {account.displayName}
      </p>
      {paragraphs.map((words, i) => (
        <p key={i} style={paragraph}>
          {pieces(words.trim(), rules.spans(words.trim())).map((piece, at) =>
            piece.span ? <u key={at}>{piece.text}</u> : piece.text,
          )}
        </p>
      ))}
      {others.map((image) => (
        <Picture key={image.url} image={image} style={{ margin: '20px 0 0' }} />
      ))}
    </article>
  )
}

const heading: CSSProperties = {
  margin: '0 0 8px',
  fontFamily: 'Cardo, Georgia, serif',
  fontSize: 32,
  fontWeight: 400,
  lineHeight: 1.15,
  overflowWrap: 'anywhere',
}

const paragraph: CSSProperties = {
  margin: '0 0 1.2em',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}

/** In its own shape: a site cuts nothing. */
function Picture({ image, style }: { image: PreviewImage; style: CSSProperties }) {
  return (
    <figure style={style}>
      <img src={image.url} alt={image.alt} style={{ display: 'block', maxWidth: '100%' }} />
    </figure>
  )
}
