import { useEffect, useState } from 'react'
import type { QueryExample } from '#domain/listening/api.ts'

/** What one writes of a query. */
export interface Written {
  expression: string
  name: string
  examples: QueryExample[]
}

/** Where a tab keeps what was written of a query, or of a new one that begins with some words. */
export const placeOf = (companyId: string, query: { id: string } | undefined, words: string) =>
  `vigie.query.${companyId}.${query?.id ?? `new.${words}`}`

/**
 * What was written of a query in this tab and not saved: closing its editor, on purpose or not, loses nothing.
 * @param place `placeOf` the query
 * @param saved what the desk has of it
 */
export function useUnsaved(place: string, saved: Written) {
  const [held] = useState(saved)
  const [copy, setCopy] = useState(() => read(place))
  return {
    place,
    /** What the desk had when one came. */
    held,
    /** What the editor begins with, and whether that is a copy. */
    begin: copy ?? held,
    isBack: copy !== null,
    discard: () => setCopy(null),
  }
}

/** Keeps what is written now, while it is not what the desk has. */
export function useKept({ place, held }: ReturnType<typeof useUnsaved>, now: Written): void {
  const written = JSON.stringify(now)
  const saved = JSON.stringify(held)
  useEffect(() => write(place, written === saved ? null : written), [place, written, saved])
}

/** It was saved, or given up. */
export const forget = (place: string) => write(place, null)

function read(place: string): Written | null {
  try {
    const { expression, name, examples } = JSON.parse(sessionStorage.getItem(place) ?? '{}')
    if (typeof expression !== 'string' || typeof name !== 'string') return null
    return { expression, name, examples: Array.isArray(examples) ? examples : [] }
  } catch {
    return null
  }
}

/** Where a browser keeps nothing, nothing comes back. */
function write(place: string, words: string | null): void {
  try {
    if (words === null) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, words)
  } catch {
    // A full or forbidden storage is no reason to stop writing.
  }
}
