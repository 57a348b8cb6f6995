import type { CSSProperties } from 'react'
import { pieces, type PreviewProps } from '../../_contract/preview.ts'
import { subjectOf } from '../subject.ts'
import { text as rules } from '../text.ts'

const themes = {
  light: { paper: '#ffffff', ink: '#1b1f29', faint: '#5f636c', link: '#0b57d0', rule: '#d8d4cc' },
  // Mail programs turn the colours of a letter over.
  dark: { paper: '#1f1f1f', ink: '#e8e6e3', faint: '#a8a49c', link: '#8ab4f8', rule: '#44413c' },
}

const words = {
  en: { why: 'You receive this letter because you asked for it.', leave: 'Unsubscribe' },
  fr: { why: 'Vous recevez cette lettre parce que vous l’avez demandée.', leave: 'Se désabonner' },
}

/** A letter as a mail program opens it: its first line is the subject, unless one is written apart. */
export default function Preview({ text, images, account, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  const { subject, body } = subjectOf(text, undefined)
  const { why, leave } = words[locale]
  const paper: CSSProperties = {
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    fontFamily: 'Georgia, serif',
    fontSize: 16,
    lineHeight: 1.5,
  }
  const head: CSSProperties = {
    padding: '12px 16px',
    borderBottom: `1px solid ${colours.rule}`,
    fontFamily: 'system-ui, sans-serif',
    fontSize: 13,
  }
  return (
    <article style={paper}>
      <header style={head}>
        <p style={{ margin: 0, fontSize: 17, fontWeight: 600 }}>{subject}</p>
        <p style={{ margin: 0, color: colours.faint }}>
          {account.displayName} &lt;{account.handle}&gt;
        </p>
      </header>
      <div style={{ padding: 16 }}>
        <p style={{ margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {pieces(body, rules.spans(body)).map((piece, i) => (
            <span key={i} style={piece.span ? { color: colours.link } : {}}>
              {piece.text}
            </span>
          ))}
        </p>
        {images.map((image) => (
          <img
            key={image.url}
            src={image.url}
            alt={image.alt}
            style={{ display: 'block', maxWidth: '100%', marginTop: 16 }}
          />
        ))}
        <p
          style={{
            margin: '32px 0 0',
            paddingTop: 12,
            borderTop: `1px solid ${colours.rule}`,
            fontSize: 13,
            color: colours.faint,
          }}
        >
          {why} <u>{leave}</u>
        </p>
      </div>
    </article>
  )
}
