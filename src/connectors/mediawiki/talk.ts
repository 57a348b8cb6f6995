import { z } from 'zod'
import type { Outgoing } from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { htmlToText } from '#connectors/_contract/html-text.ts'
import type { Session } from './session.ts'
import { inline } from './wikitext.ts'

/** What is to be written where: parameters of `action=edit`, and the heading it stands under. */
export interface Edit {
  page: string
  section: string
  parameters: Record<string, string>
}

type ReplyTo = NonNullable<Outgoing['replyTo']>

const dataSchema = z.object({
  /** The talk page, for an answer to what was said there. */
  talk: z.string().optional(),
  /** The page of one of our posts. */
  page: z.string().optional(),
  section: z.string(),
  user: z.string().optional(),
})

/** What an answer adds to a talk page: a signed line under its section, which is made when it is not there. */
export async function replyEdit(
  session: Session,
  { text }: Outgoing,
  { data }: ReplyTo,
): Promise<Outcome<Edit>> {
  const where = dataSchema.safeParse(data)
  if (!where.success) return failed({ kind: 'rejected', reason: nowhere, detail: 'no data' })
  const { talk, page = '', section, user } = where.data
  const talkPage = talk ? done(talk) : await talkOf(session, page)
  if (!talkPage.ok) return talkPage
  const place = await placeOf(session, talkPage.value, section)
  if (!place.ok) return place
  // The link to their page is what tells people on a wiki that they were answered.
  const address = user ? `: @[[User:${user}|${user}]] ` : ''
  const words = `${address}${inline(text)} ~~~~`
  const parameters: Record<string, string> =
    place.value === null
      ? { section: 'new', sectiontitle: inline(section), text: words }
      : { ...place.value, appendtext: `\n\n${words}` }
  return done({ page: talkPage.value, section, parameters })
}

async function talkOf(session: Session, page: string): Promise<Outcome<string>> {
  const schema = z.object({
    query: z.object({ pages: z.array(z.object({ associatedpage: z.string() })).min(1) }),
  })
  const parameters = { prop: 'info', inprop: 'associatedpage', titles: page }
  const answer = await session.read({ action: 'query', parameters }, schema)
  return answer.ok ? done(answer.value.query.pages[0]?.associatedpage ?? '') : answer
}

/**
 * A section by its heading, in the page as it is now: numbers shift when others write. Null when the page has none
 * such, or is not there.
 */
async function placeOf(
  session: Session,
  page: string,
  heading: string,
): Promise<Outcome<{ section: string; baserevid: string } | null>> {
  const schema = z.object({
    parse: z.object({
      revid: z.number(),
      sections: z.array(z.object({ index: z.string(), line: z.string() })),
    }),
  })
  const parameters = { page, prop: 'sections|revid' }
  const answer = await session.read({ action: 'parse', parameters }, schema)
  if (!answer.ok) return answer.failure.detail.startsWith('missingtitle') ? done(null) : answer
  const { sections, revid } = answer.value.parse
  const found = sections.findLast(({ line }) => htmlToText(line) === heading)
  const section = heading === '' ? '0' : (found?.index ?? '')
  return done(/^\d+$/.test(section) ? { section, baserevid: String(revid) } : null)
}

const nowhere = {
  en: 'Vigie does not know where on the wiki this was said. Answer on the wiki itself.',
  fr: 'Vigie ne sait pas où cela a été dit sur le wiki. Répondez sur le wiki lui-même.',
}
