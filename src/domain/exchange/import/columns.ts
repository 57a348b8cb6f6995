import { bareHeading } from '#platform/files/read-table.ts'
import type { Row } from './row.ts'

type Column = Exclude<keyof Row, 'line' | 'problems'>

/** How a column may be called, in either language; capitals, accents and blanks do not matter. */
const NAMES: Record<Column, readonly string[]> = {
  text: ['text', 'texte', 'message', 'post', 'publication', 'contenu', 'content'],
  date: [
    'date',
    'day',
    'jour',
    'datetime',
    'dateheure',
    'when',
    'quand',
    'scheduledat',
    'walltime',
  ],
  time: ['time', 'hour', 'heure'],
  zone: ['zone', 'timezone', 'fuseau', 'fuseauhoraire'],
  accounts: [
    'account',
    'accounts',
    'compte',
    'comptes',
    'channel',
    'channels',
    'network',
    'networks',
    'reseau',
    'reseaux',
    'profile',
  ],
  labels: ['label', 'labels', 'etiquette', 'etiquettes', 'tags'],
  about: ['about', 'parlede', 'sujet'],
  campaign: ['campaign', 'campagne'],
  firstComment: ['firstcomment', 'premiercommentaire', 'comment', 'commentaire'],
  pictures: [
    'picture',
    'pictures',
    'image',
    'images',
    'media',
    'photo',
    'photos',
    'visuel',
    'visuels',
  ],
  key: ['id', 'key', 'cle', 'reference'],
}

/** The one column without which a file is no plan. */
export const NEEDED: Column = 'text'

/** Which column each heading of a file is; undefined for what we do not know. */
export function columnsOf(headings: readonly string[]): (Column | undefined)[] {
  return headings.map((heading) => {
    const plain = bareHeading(heading)
    return (Object.keys(NAMES) as Column[]).find((column) => NAMES[column].includes(plain))
  })
}
