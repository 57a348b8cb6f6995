import type { CSSProperties } from 'react'
import { Portrait } from '../../_contract/portrait.tsx'
import { objectPosition, type PreviewProps } from '../../_contract/preview.ts'

/** Pinterest's own colours (pinterest.com, read 2026-11-25). */
const themes = {
  light: { paper: '#ffffff', ink: '#111111', faint: '#5f5f5f', soft: '#e9e9e9' },
  dark: { paper: '#111111', ink: '#efefef', faint: '#ababab', soft: '#4a4a4a' },
}

/** A Pin once it is opened: its image whole, then where it leads, its words, and who made it. */
export default function Preview(props: PreviewProps) {
  const { text, spans, images, account, locale, theme } = props
  const colours = themes[theme]
  const [image] = images
  const link = spans.find(({ kind }) => kind === 'link')?.value
  const frame: CSSProperties = {
    padding: 20,
    borderRadius: 32,
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.soft}`,
    fontFamily: '"Pin Sans", -apple-system, system-ui, "Segoe UI", Roboto, sans-serif',
    fontSize: 16,
    lineHeight: '22px',
  }
  return (
    <article style={frame}>
      {image ? (
        <img
          src={image.url}
          alt={image.alt}
          style={{ ...picture, objectPosition: objectPosition(image) }}
        />
      ) : (
        <div style={{ ...picture, aspectRatio: '2 / 3', background: colours.soft }} />
      )}
      {images.length > 1 && (
        <p aria-hidden="true" style={{ margin: '8px 0 0', textAlign: 'center' }}>
          {images.map(({ url }, i) => (
            <span key={url} style={{ color: i === 0 ? colours.ink : colours.soft }}>
              {' ● '}
            </span>
          ))}
        </p>
      )}
      {link && URL.canParse(link) && (
        <p style={{ margin: '16px 0 0', color: colours.faint, textDecoration: 'underline' }}>
          {new URL(link).host.replace(/^www\./, '')}
        </p>
      )}
      <p style={{ margin: '12px 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</p>
      <footer style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <Portrait {...account} size={32} paper={colours.soft} />
        <strong style={{ fontWeight: 600 }}>{account.displayName}</strong>
        <span style={save}>{locale === 'fr' ? 'Enregistrer' : 'Save'}</span>
      </footer>
    </article>
  )
}

const picture: CSSProperties = {
  display: 'block',
  width: '100%',
  maxHeight: 900,
  borderRadius: 16,
  objectFit: 'cover',
}

const save: CSSProperties = {
  marginInlineStart: 'auto',
  padding: '10px 16px',
  borderRadius: 16,
  color: '#ffffff',
  background: '#e60023',
  fontWeight: 600,
}
