import { z } from 'zod'
import { done, type Outcome } from '#connectors/_contract/failure.ts'
import type { Session } from './session.ts'
import { textOf } from './wikitext.ts'

/** Wikitext by revision. */
export type Contents = Map<number, string>

const revisionsSchema = z.object({
  query: z
    .object({
      pages: z
        .array(
          z.object({
            revisions: z
              .array(
                z.object({
                  revid: z.number(),
                  // Hidden by an administrator: no content.
                  slots: z
                    .object({ main: z.object({ content: z.string().default('') }) })
                    .optional(),
                }),
              )
              .default([]),
          }),
        )
        .default([]),
    })
    .default({ pages: [] }),
})

/** MediaWiki gives so many revisions at a time. */
const atATime = 50

/** The wikitext of these revisions; those that are not there any more are left out. */
export async function readContents(session: Session, ids: number[]): Promise<Outcome<Contents>> {
  const contents: Contents = new Map()
  const wanted = [...new Set(ids)].filter((id) => id > 0)
  for (let at = 0; at < wanted.length; at += atATime) {
    const parameters = {
      prop: 'revisions',
      revids: wanted.slice(at, at + atATime).join('|'),
      rvprop: 'ids|content',
      rvslots: 'main',
    }
    const answer = await session.read({ action: 'query', parameters }, revisionsSchema)
    if (!answer.ok) return answer
    for (const { revisions } of answer.value.query.pages) {
      for (const { revid, slots } of revisions) contents.set(revid, slots?.main.content ?? '')
    }
  }
  return done(contents)
}

const heading = /^(={1,6})\s*(.*?)\s*\1\s*$/

/** What an edit added, in plain words, and the heading it stands under; null when it added nothing. */
export function whatWasSaid(
  contents: Contents,
  { revid, old_revid }: { revid: number; old_revid: number },
): { text: string; section: string } | null {
  const before = counted((contents.get(old_revid) ?? '').split('\n'))
  const said: string[] = []
  let under = ''
  let section: string | undefined
  for (const line of (contents.get(revid) ?? '').split('\n')) {
    const [, , title] = heading.exec(line) ?? []
    if (title !== undefined) under = textOf(title)
    const known = before.get(line) ?? 0
    before.set(line, known - 1)
    if (known > 0 || title !== undefined || line.trim() === '') continue
    section ??= under
    said.push(line)
  }
  const text = textOf(said.join('\n'))
  return text === '' ? null : { text, section: section ?? '' }
}

function counted(lines: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1)
  return counts
}
