import type { CSSProperties } from 'react'
import { pieces, type PreviewProps } from '../../_contract/preview.ts'
import { replyStop } from '../stop-words.ts'
import { partsOf, plain, text as rules } from '../text.ts'

const themes = {
  light: { page: '#ffffff', bubble: '#e9e9eb', ink: '#1b1b1d', faint: '#5f636c', link: '#0b57d0' },
  dark: { page: '#111113', bubble: '#2c2c2e', ink: '#f2f2f2', faint: '#a1a1a6', link: '#8ab4f8' },
}

const words = {
  en: { one: 'message a person', many: 'messages a person', stop: 'with the words that stop it' },
  fr: { one: 'SMS par personne', many: 'SMS par personne', stop: 'avec la mention STOP' },
}

/** A message as a telephone shows it, and how many are billed for each person. */
export default function Preview({ text, account, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  const shown = plain(text)
  const { parts } = partsOf(`${shown}\n${replyStop[locale]}`)
  const { one, many, stop } = words[locale]
  const page: CSSProperties = {
    background: colours.page,
    color: colours.ink,
    fontFamily: 'system-ui, sans-serif',
    fontSize: 16,
    lineHeight: 1.35,
    padding: 16,
  }
  const bubble: CSSProperties = {
    display: 'inline-block',
    maxWidth: '85%',
    margin: 0,
    padding: '8px 12px',
    borderRadius: 18,
    background: colours.bubble,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  }
  const small: CSSProperties = { margin: 0, fontSize: 13, color: colours.faint }
  return (
    <article style={page}>
      <p style={{ ...small, textAlign: 'center', marginBottom: 8 }}>{account.handle}</p>
      <p style={bubble}>
        {pieces(shown, rules.spans(shown)).map((piece, i) => (
          <span
            key={i}
            style={piece.span ? { color: colours.link, textDecoration: 'underline' } : {}}
          >
            {piece.text}
          </span>
        ))}
      </p>
      <p style={{ ...small, marginTop: 8 }}>
        {parts} {parts > 1 ? many : one}, {stop}
      </p>
    </article>
  )
}
