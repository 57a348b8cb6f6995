import { htmlToText } from '#connectors/_contract/html-text.ts'
import { text as rules } from './text.ts'

/**
 * A text as wikitext that shows it as it was written: no template, link, heading, list or signature comes of it.
 * Addresses stay links; an empty line begins a paragraph, another line break is one.
 */
export function wikitextOf(text: string): string {
  const paragraphs = text.split(/\n\s*\n/).map((part) => part.trim())
  return paragraphs.map((part) => lines(part).join('<br>\n')).join('\n\n')
}

/** The same on one line, for what stands within a list or a heading. */
export const inline = (text: string): string => lines(text.replace(/\n\s*\n/g, '\n')).join('<br>')

const lines = (paragraph: string) => paragraph.split('\n').map((line) => opening(marked(line)))

function marked(line: string): string {
  let wiki = ''
  let at = 0
  for (const { start, end, value } of rules.spans(line)) {
    wiki += escaped(line.slice(at, start)) + address(value)
    at = end
  }
  return wiki + escaped(line.slice(at))
}

const entity = (sign: string) => `&#${sign.codePointAt(0)};`

/** What wikitext gives a meaning to, wherever it stands. */
const escaped = (words: string) =>
  words
    .replace(/[&<>[\]{}|=~]/g, entity)
    .replace(/''+|__+/g, (signs) => [...signs].map(entity).join(''))
    // Numbers that MediaWiki makes links of.
    .replace(/\b(ISBN|RFC|PMID)(?= )/g, (word) => entity(word) + word.slice(1))

const address = (url: string) =>
  url.replace(/[[\]{}|~]|''+|__+/g, (signs) =>
    [...signs].map((sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`).join(''),
  )

/** What wikitext gives a meaning to at the beginning of a line. */
const opening = (line: string) => line.replace(/^[*#:;\s-]/, entity)

/** The words of wikitext as people write them on talk pages, without their signatures. */
export function textOf(wikitext: string): string {
  const bare = wikitext
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(signature, '')
    .replace(/\[\[[^[\]|]*\|([^[\]]*)\]\]/g, '$1')
    .replace(/\[\[([^[\]]*)\]\]/g, '$1')
    .replace(/\[(https?:\/\/[^\s\]]+) ([^\]]*)\]/g, '$2 ($1)')
    .replace(/'{2,}/g, '')
    .replace(/^[:*#]+ */gm, '')
  return htmlToText(bare.replaceAll('\n', '<br>'))
}

/** `[[User:Yanis|Yanis]] ([[User talk:Yanis|talk]]) 10:00, 25 November 2026 (UTC)`, in any language. */
const signature =
  /(?:--|—|–)?\s*\[\[[^[\]|]*:[^[\]]*\]\](?:\s*\(\[\[[^[\]]*\]\](?:\s*\|\s*\[\[[^[\]]*\]\])?\))?\s*[^\n]{0,60}\d{4}[^\n]{0,20}\([A-Z]{2,5}\)\s*$/gm
