import { validate as isUuid } from 'uuid'

/** A place in a list that is ordered by instant, then by id: where a page ended. */
export interface Place {
  at: Date
  id: string
}

/** As it is handed out for `next`. */
export const writePlace = ({ at, id }: Place): string => `${at.getTime()}.${id}`

/** What came back as `after`; one that we did not write reads as the beginning: the list is shown rather than refused. */
export function readPlace(cursor = ''): Place | null {
  const [, at, id = ''] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(cursor) ?? []
  return isUuid(id) ? { at: new Date(Number(at)), id } : null
}
