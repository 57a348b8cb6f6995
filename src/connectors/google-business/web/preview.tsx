import type { CSSProperties } from 'react'
import { Portrait } from '../../_contract/portrait.tsx'
import { objectPosition, type PreviewProps } from '../../_contract/preview.ts'

/** Colours of a location’s panel on Google Search (google.com, read 2026-11-25). */
const themes = {
  light: { paper: '#ffffff', ink: '#1f1f1f', faint: '#5e5e5e', line: '#dadce0', soft: '#e8f0fe' },
  dark: { paper: '#1f1f1f', ink: '#e6e8f0', faint: '#9e9e9e', line: '#3c4043', soft: '#303134' },
}

/** A post as it stands among the updates of a location: its photo cut to 4:3, then its words. */
export default function Preview({ text, images, account, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  const [image] = images
  const frame: CSSProperties = {
    borderRadius: 12,
    overflow: 'hidden',
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.line}`,
    fontFamily: '"Google Sans", Roboto, system-ui, Arial, sans-serif',
    fontSize: 14,
    lineHeight: '20px',
  }
  return (
    <article style={frame}>
      <header style={{ display: 'flex', gap: 12, alignItems: 'center', padding: 16 }}>
        <Portrait {...account} size={40} paper={colours.soft} />
        <p style={{ margin: 0, minWidth: 0 }}>
          <strong style={{ display: 'block', fontWeight: 500 }}>{account.displayName}</strong>
          <span style={{ color: colours.faint, fontSize: 12 }}>
            {locale === 'fr' ? 'À l’instant sur Google' : 'Just now on Google'}
          </span>
        </p>
      </header>
      {image && (
        <img
          src={image.url}
          alt={image.alt}
          style={{ ...photo, objectPosition: objectPosition(image) }}
        />
      )}
      {text !== '' && <p style={words}>{text}</p>}
    </article>
  )
}

const photo: CSSProperties = {
  display: 'block',
  width: '100%',
  aspectRatio: '4 / 3',
  objectFit: 'cover',
}

const words: CSSProperties = {
  margin: 0,
  padding: 16,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}
