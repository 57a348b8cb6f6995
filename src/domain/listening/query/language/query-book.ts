import { foldValue } from '../engine/index.ts'

/** The saved queries that an expression may name. */
export interface QueryBook {
  /** The expression of that name; `several` when more than one query has it. */
  find(name: string): { expression: string } | 'several' | undefined
}

/** A book of the company's queries; names are compared without case or accents. */
export function queryBook(saved: readonly { name: string; expression: string }[]): QueryBook {
  const byName = Map.groupBy(saved, ({ name }) => foldName(name))
  return {
    find(name) {
      const [first, second] = byName.get(foldName(name)) ?? []
      return second ? 'several' : first
    },
  }
}

export function foldName(name: string): string {
  return foldValue(name).replace(/\s+/g, ' ')
}

export function sameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other)
}

export const emptyBook: QueryBook = { find: () => undefined }
