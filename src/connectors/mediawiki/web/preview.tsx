import type { CSSProperties } from 'react'
import { pieces, type PreviewImage, type PreviewProps } from '../../_contract/preview.ts'
import { titleAndBody } from '../../_contract/title-and-body.ts'
import { text as rules } from '../text.ts'

/** Vector, the skin MediaWiki comes with (skins/Vector/resources, 1.39); the night colours are those of Vector 2022. */
const themes = {
  light: { paper: '#ffffff', ink: '#202122', link: '#3366bb', faint: '#54595d', rule: '#a2a9b1' },
  dark: { paper: '#101418', ink: '#eaecf0', link: '#88a3e8', faint: '#a2a9b1', rule: '#54595d' },
}

/** A section of a page as readers of the wiki see it: a heading, the text, the images on the right. */
export default function Preview({ text, images, locale, theme }: PreviewProps) {
  const colours = themes[theme]
  const { title, body } = titleAndBody(text)
  const paragraphs = body.split(/\n\s*\n/).filter((part) => part.trim() !== '')
  const frame: CSSProperties = {
    padding: 20,
    overflow: 'hidden',
    color: colours.ink,
    background: colours.paper,
    border: `1px solid ${colours.rule}`,
    fontFamily: 'sans-serif',
    fontSize: 14,
    lineHeight: '22px',
  }
  return (
    <article style={frame}>
      <h2 style={{ ...heading, borderBottom: `1px solid ${colours.rule}` }}>
        {title || (locale === 'fr' ? '(sans titre)' : '(no title)')}
        <span style={{ ...edit, color: colours.faint }}>
          [<span style={{ color: colours.link }}>{locale === 'fr' ? 'modifier' : 'edit'}</span>]
        </span>
      </h2>
      {images.map((image) => (
        <Thumb key={image.url} image={image} rule={colours.rule} />
      ))}
      {paragraphs.map((words, i) => (
        <p key={i} style={paragraph}>
          {pieces(words.trim(), rules.spans(words.trim())).map((piece, at) =>
            piece.span ? (
              <span key={at} style={{ color: colours.link }}>
                {piece.text}
              </span>
            ) : (
              piece.text
            ),
          )}
        </p>
      ))}
    </article>
  )
}

const heading: CSSProperties = {
  margin: '0 0 8px',
  paddingBottom: 2,
  fontFamily: "'Linux Libertine', Georgia, Times, serif",
  fontSize: 21,
  fontWeight: 400,
  lineHeight: 1.375,
  overflowWrap: 'anywhere',
}

const edit: CSSProperties = { marginInlineStart: 16, fontFamily: 'sans-serif', fontSize: 13 }

const paragraph: CSSProperties = {
  margin: '7px 0',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}

/** 220 px wide, its description under it: the usual size of `thumb`. */
function Thumb({ image, rule }: { image: PreviewImage; rule: string }) {
  const box: CSSProperties = {
    float: 'right',
    clear: 'right',
    width: 220,
    maxWidth: '50%',
    margin: '4px 0 12px 20px',
    padding: 3,
    border: `1px solid ${rule}`,
    fontSize: 13,
    lineHeight: '18px',
  }
  return (
    <figure style={box}>
      <img src={image.url} alt={image.alt} style={{ display: 'block', width: '100%' }} />
      {image.alt !== '' && <figcaption style={{ padding: 3 }}>{image.alt}</figcaption>}
    </figure>
  )
}
