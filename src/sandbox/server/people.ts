import { z } from 'zod'
import { theWorld } from '../model/world.ts'

export const peopleQuery = z.object({ q: z.string().trim().min(1).max(60) })

const MOST = 8

/** Members whose handle, or a word of their name, begins so; their own order. */
export function findPeople({ q }: z.infer<typeof peopleQuery>) {
  const begins = plain(q)
  return theWorld()
    .members.filter(
      ({ handle, name }) =>
        handle.startsWith(begins) ||
        plain(name)
          .split(' ')
          .some((word) => word.startsWith(begins)),
    )
    .slice(0, MOST)
    .map(({ id, handle, name }) => ({ id: `member-${id}`, handle, name }))
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
