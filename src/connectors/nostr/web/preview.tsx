import type { CSSProperties } from 'react'
import { Portrait } from '../../_contract/portrait.tsx'
import { pieces, type PreviewImage, type PreviewProps } from '../../_contract/preview.ts'

/** Nostr has as many faces as apps: a plain one, with what they all show. */
const themes = {
  light: { paper: '#ffffff', ink: '#18181b', faint: '#52525b', link: '#6d28d9', rule: '#d4d4d8' },
  dark: { paper: '#18181b', ink: '#fafafa', faint: '#a1a1aa', link: '#c4b5fd', rule: '#3f3f46' },
}

/** A note as apps of Nostr show it: whole, its pictures under it, people by a short name. */
export default function Preview({ text, spans, images, account, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  const frame: CSSProperties = {
    padding: 14,
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
    fontSize: 15,
    lineHeight: '21px',
  }
  return (
    <article style={frame}>
      <header style={{ display: 'flex', gap: 10, alignItems: 'center' }}>
        <Portrait {...account} size={40} paper={colours.rule} />
        <p style={{ margin: 0, minWidth: 0 }}>
          <strong style={{ ...oneLine, fontWeight: 600 }}>{account.displayName}</strong>
          <span style={{ ...oneLine, fontSize: 13, color: colours.faint }}>
            {account.handle} · {locale === 'fr' ? 'à l’instant' : 'now'}
          </span>
        </p>
      </header>
      <p style={{ margin: '10px 0 0', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {pieces(text, spans).map(({ text: words, span }, i) => (
          <span key={i} style={span ? { color: colours.link } : {}}>
            {span ? shortened(words) : words}
          </span>
        ))}
      </p>
      {images.map((image) => (
        <Picture key={image.url} image={image} rule={colours.rule} />
      ))}
    </article>
  )
}

/** A key of sixty letters is shown by its ends. */
const shortened = (words: string) =>
  words.replace(/(?:nostr:|@)?((?:npub|nprofile|note|nevent|naddr)1\w{4})\w+(\w{4})/, '@$1…$2')

const oneLine: CSSProperties = {
  display: 'block',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
}

function Picture({ image, rule }: { image: PreviewImage; rule: string }) {
  const whole: CSSProperties = {
    display: 'block',
    width: '100%',
    marginTop: 10,
    borderRadius: 10,
    border: `1px solid ${rule}`,
  }
  return <img src={image.url} alt={image.alt} style={whole} />
}
