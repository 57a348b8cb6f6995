import type { CSSProperties } from 'react'
import { pieces, type PreviewImage, type PreviewProps } from '../../_contract/preview.ts'
import { titleAndBody } from '../../_contract/title-and-body.ts'
import { text as rules } from '../text.ts'

/** Source, the theme Ghost 6 comes with (content/themes/source/assets/css, read 2026-11-25). */
const themes = {
  light: { paper: '#ffffff', ink: '#15171a', faint: '#737373', link: '#ff1a75', rule: '#ebebeb' },
  dark: { paper: '#15171a', ink: '#ffffff', faint: '#abacad', link: '#ff1a75', rule: '#2c2e30' },
}

/** A post as its own page shows it: the title, whose it is, the feature image, then the text and other images. */
export default function Preview({ text, images, account, locale, now, theme }: PreviewProps) {
  const colours = themes[theme]
  const { title, body } = titleAndBody(text)
  const [feature, ...others] = images
  const paragraphs = body.split(/\n\s*\n/).filter((part) => part.trim() !== '')
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(now)
  const frame: CSSProperties = {
    padding: 24,
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    fontFamily: 'Inter, -apple-system, "Segoe UI", sans-serif',
    fontSize: 17,
    lineHeight: 1.6,
  }
  return (
    <article style={frame}>
      <h2 style={heading}>{title || (locale === 'fr' ? '(sans titre)' : '(no title)')}</h2>
      <p style={{ margin: '0 0 20px', fontSize: 14 }}>
        <strong style={{ display: 'block', fontWeight: 650 }}>{account.displayName}</strong>
        <span style={{ color: colours.faint }}>{date}</span>
      </p>
      {feature && <Picture image={feature} />}
      {paragraphs.map((words, i) => (
        <p key={i} style={paragraph}>
          {pieces(words.trim(), rules.spans(words.trim())).map((piece, at) =>
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
      {others.map((image) => (
        <Picture key={image.url} image={image} />
      ))}
    </article>
  )
}

const heading: CSSProperties = {
  margin: '0 0 12px',
  fontSize: 30,
  fontWeight: 725,
  letterSpacing: '-0.015em',
  lineHeight: 1.1,
  overflowWrap: 'anywhere',
}

const paragraph: CSSProperties = {
  margin: '0 0 1.4em',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}

function Picture({ image }: { image: PreviewImage }) {
  return (
    <figure style={{ margin: '0 0 20px' }}>
      <img src={image.url} alt={image.alt} style={{ display: 'block', maxWidth: '100%' }} />
    </figure>
  )
}
