import type { CSSProperties } from 'react'
import { Portrait } from '../../_contract/portrait.tsx'
import { objectPosition, pieces, type PreviewProps } from '../../_contract/preview.ts'
import { text as rules } from '../text.ts'
import { wordsOf } from '../words.ts'

/** YouTube’s own colours (youtube.com, read 2026-11-25). */
const themes = {
  light: { paper: '#ffffff', ink: '#0f0f0f', faint: '#606060', soft: '#f2f2f2', link: '#065fd4' },
  dark: { paper: '#0f0f0f', ink: '#f1f1f1', faint: '#aaaaaa', soft: '#272727', link: '#3ea6ff' },
}

type Colours = (typeof themes)['light']

/** A video on its page: its still, its title, the channel, and the beginning of the description. */
export default function Preview({ text, images, account, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  const { title, description } = wordsOf(text)
  const [still] = images
  const frame: CSSProperties = {
    color: colours.ink,
    background: colours.paper,
    fontFamily: 'Roboto, system-ui, Arial, sans-serif',
    fontSize: 14,
    lineHeight: '20px',
    padding: 12,
    borderRadius: 12,
  }
  return (
    <article style={frame}>
      {still ? (
        <img
          src={still.url}
          alt={still.alt}
          style={{ ...screen, objectPosition: objectPosition(still) }}
        />
      ) : (
        <div style={{ ...screen, background: '#000000' }} />
      )}
      <h3 style={{ margin: '12px 0', fontSize: 20, lineHeight: '28px', fontWeight: 700 }}>
        {title}
      </h3>
      <header style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <Portrait {...account} size={40} paper={colours.soft} />
        <strong style={{ fontWeight: 500 }}>{account.displayName}</strong>
      </header>
      <Description {...{ description, colours, locale }} />
    </article>
  )
}

const screen: CSSProperties = {
  display: 'block',
  width: '100%',
  aspectRatio: '16 / 9',
  objectFit: 'contain',
  background: '#000000',
  borderRadius: 12,
}

interface DescriptionProps {
  description: string
  colours: Colours
  locale: PreviewProps['locale']
}

/** Three lines are shown, then people open the rest. */
const linesShown = 3

function Description({ description, colours, locale }: DescriptionProps) {
  const lines = description.split('\n')
  const shown = lines.slice(0, linesShown).join('\n')
  return (
    <div style={{ ...box, background: colours.soft }}>
      <span style={{ display: 'block', fontWeight: 500 }}>
        {locale === 'fr' ? '0 vue  À l’instant' : '0 views  Just now'}
      </span>
      {pieces(shown, rules.spans(shown)).map(({ text: part, span }, i) =>
        span ? (
          <span key={i} style={{ color: colours.link }}>
            {part}
          </span>
        ) : (
          part
        ),
      )}
      {lines.length > linesShown && (
        <strong style={{ fontWeight: 500 }}>
          {locale === 'fr' ? ' …afficher plus' : ' …more'}
        </strong>
      )}
    </div>
  )
}

const box: CSSProperties = {
  marginTop: 12,
  padding: 12,
  borderRadius: 12,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}
