import type { CSSProperties } from 'react'
import { pieces, type PreviewProps } from '../../_contract/preview.ts'
import { text as rules } from '../text.ts'

const themes = {
  light: { page: '#efeae2', bubble: '#ffffff', ink: '#111b21', faint: '#54656f', link: '#027eb5' },
  dark: { page: '#0b141a', bubble: '#202c33', ink: '#e9edef', faint: '#a6b0b6', link: '#53bdeb' },
}

const words = {
  en: 'Each paragraph fills a place of your approved template; its other words are not shown here.',
  fr: 'Chaque paragraphe remplit une place de votre modèle approuvé ; ses autres mots ne sont pas montrés ici.',
}

/** A message as it arrives on a telephone. */
export default function Preview({ text, account, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  const page: CSSProperties = {
    background: colours.page,
    color: colours.ink,
    fontFamily: 'system-ui, sans-serif',
    fontSize: 15,
    lineHeight: 1.4,
    padding: 16,
  }
  const bubble: CSSProperties = {
    display: 'inline-block',
    maxWidth: '88%',
    padding: '6px 10px',
    borderRadius: '0 8px 8px 8px',
    background: colours.bubble,
  }
  const shown: CSSProperties = { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }
  const small: CSSProperties = { margin: '8px 0 0', fontSize: 13, color: colours.faint }
  return (
    <article style={page}>
      <div style={bubble}>
        <p style={{ margin: 0, fontSize: 13, fontWeight: 600 }}>{account.displayName}</p>
        <p style={shown}>
          {pieces(text, rules.spans(text)).map((piece, i) => (
            <span key={i} style={piece.span ? { color: colours.link } : {}}>
              {piece.text}
            </span>
          ))}
        </p>
      </div>
      <p style={small}>{words[locale]}</p>
    </article>
  )
}
