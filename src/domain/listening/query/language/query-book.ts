import { foldValue } from '../engine/index.ts'

/** The saved queries that an expression may name. */
export interface QueryBook {
  /** The expression of that name; `several` when more than one query has it. */
  find(name: string): { expression: string } | 'several' | undefined
}

/** A book of the company's queries; names are compared without case, accents or quotation marks. */
export function queryBook(saved: readonly { name: string; expression: string }[]): QueryBook {
  const byName = Map.groupBy(saved, ({ name }) => foldName(name))
  return {
    find(name) {
      const [first, second] = byName.get(foldName(name)) ?? []
      return second ? 'several' : first
    },
  }
}

/** How names are compared: what cannot be written between quotation marks makes no difference. */
export function foldName(name: string): string {
  return foldValue(withoutMarks(name)).replace(/\s+/g, ' ')
}

export function sameName(one: string, other: string): boolean {
  return foldName(one) === foldName(other)
}

/** A query called by its name in an expression, whatever marks its name holds. */
export function named(name: string): string {
  return `query:"${withoutMarks(name)}"`
}

/** Any of these may close a quotation. */
function withoutMarks(name: string): string {
  return name
    .replace(/["“”„«»＂]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

export const emptyBook: QueryBook = { find: () => undefined }
