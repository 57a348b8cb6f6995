import { z } from 'zod'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import type { Session } from './session.ts'

/** One of our edits, as the history of the wiki keeps it. */
export interface Trace {
  revision: number
  page: string
  namespace: number
  section: string
  mark: string
  at: Date
}

/** The summary of an edit: its section as MediaWiki links it, then the delivery's id, by which it is found again. */
export const summaryOf = (section: string, mark: string): string =>
  `/* ${section.replaceAll('*/', '* /')} */ Vigie ${mark}`

export const undoSummary = (mark: string): string => `Vigie undo ${mark}`.trim()

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const edited = new RegExp(`^/\\* (.*) \\*/ Vigie (${uuid})$`)
const undoing = new RegExp(`^Vigie undo (${uuid})$`)

const contributionsSchema = z.object({
  query: z.object({
    usercontribs: z.array(
      z.object({
        revid: z.number(),
        ns: z.number(),
        title: z.string(),
        timestamp: z.string(),
        comment: z.string().default(''),
      }),
    ),
  }),
  continue: z.object({ uccontinue: z.string() }).optional(),
})

const mostPages = 20

export interface Traces {
  /** The latest first, on whatever page they are now, without those that we undid. */
  edits: Trace[]
  /** The marks of those that we undid. */
  undone: Set<string>
}

/**
 * Our edits since an instant.
 * @param mark only until this one is met
 */
export async function traces(
  session: Session,
  user: string,
  { since, mark, pages = mostPages }: { since?: Date; mark?: string; pages?: number },
): Promise<Outcome<Traces>> {
  const edits: Trace[] = []
  const undone = new Set<string>()
  let from: string | undefined
  for (let page = 0; page < pages; page++) {
    const parameters = {
      list: 'usercontribs',
      ucuser: user,
      ucprop: 'ids|title|timestamp|comment',
      uclimit: '500',
      ...(since ? { ucend: since.toISOString() } : {}),
      ...(from ? { uccontinue: from } : {}),
    }
    const answer = await session.read({ action: 'query', parameters }, contributionsSchema)
    if (!answer.ok) return answer
    for (const { revid, ns, title, timestamp, comment } of answer.value.query.usercontribs) {
      const [, undo] = undoing.exec(comment) ?? []
      if (undo) undone.add(undo)
      const [, section = '', id = ''] = edited.exec(comment) ?? []
      if (id === '' || undone.has(id)) continue
      const at = new Date(timestamp)
      edits.push({ revision: revid, page: title, namespace: ns, section, mark: id, at })
    }
    from = answer.value.continue?.uccontinue
    if (from === undefined || edits.some((trace) => trace.mark === mark))
      return done({ edits, undone })
  }
  if (mark === undefined) return done({ edits, undone })
  return failed({ kind: 'transient', detail: 'too many edits since the delivery was planned' })
}
