import type { HandCount } from '#connectors/_contract/connector.ts'
import { bareHeading } from '#platform/files/read-table.ts'

export type FigureColumn =
  | HandCount
  | 'date'
  | 'link'
  | 'account'
  | 'check-outs'
  | 'text'
  | 'published'

/** How a column may be called, in either language; capitals, accents and blanks do not matter. */
const NAMES: Record<FigureColumn, readonly string[]> = {
  date: ['date', 'day', 'jour'],
  link: ['link', 'lien', 'address', 'adresse', 'url'],
  account: ['account', 'compte', 'channel', 'network', 'reseau', 'place', 'lieu'],
  text: ['text', 'texte', 'post', 'publication'],
  published: ['published', 'publiele', 'parue', 'paruele'],
  views: ['views', 'vues'],
  likes: ['likes', 'jaime', 'mentionsjaime'],
  replies: ['replies', 'reponses', 'comments', 'commentaires'],
  reposts: ['reposts', 'partages', 'shares'],
  clicks: ['clicks', 'clics'],
  'check-ins': ['checkins', 'passages', 'arrivals', 'arrivees', 'entrees'],
  'check-outs': ['checkouts', 'departures', 'departs', 'sorties'],
}

/** Which column each heading of a file is; undefined for what we do not know. */
export function figureColumns(headings: readonly string[]): (FigureColumn | undefined)[] {
  return headings.map((heading) => {
    const plain = bareHeading(heading)
    return (Object.keys(NAMES) as FigureColumn[]).find((column) => NAMES[column].includes(plain))
  })
}
