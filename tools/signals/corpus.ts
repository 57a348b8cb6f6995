import path from 'node:path'
import type { ReadLanguage } from '#domain/listening/signals/names.ts'
import { corpusFiles, lines, type Opinion, opinions } from './sources.ts'

export interface OwnPost {
  text: string
  opinion: Opinion
  intents: string[]
  risks: string[]
}

const folder = path.join(import.meta.dirname, '../../src/domain/listening/signals/corpus')

/**
 * The posts of this repository's corpus in a language; none while the folder is empty. `public` posts (politics, sport,
 * television, everyday life) are labelled for their opinion alone and exist in French only.
 */
export function ownPosts(language: ReadLanguage, part: 'trade' | 'public' = 'trade'): OwnPost[] {
  const start = part === 'public' ? `public-${language}-` : `${language}-`
  return corpusFiles(folder)
    .filter((file) => path.basename(file).startsWith(start))
    .flatMap((file) => {
      const [head = '', ...rows] = lines(file)
      const columns = head.split('\t')
      const at = (name: string) => columns.indexOf(name)
      return rows.flatMap((row) => {
        const cells = row.split('\t')
        const cell = (name: string) => cells[at(name)] ?? ''
        const opinion = opinions.find((known) => known === cell('sentiment'))
        if (opinion === undefined) return []
        return [
          {
            text: cell('text'),
            opinion,
            intents: listed(cell('intents')),
            risks: listed(cell('risks')),
          },
        ]
      })
    })
}

function listed(cell: string): string[] {
  return cell.split(/[,;| ]+/).filter((name) => name !== '' && name !== '-')
}
