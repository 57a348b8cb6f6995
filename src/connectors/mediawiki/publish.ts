import type {
  Account,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, refusedBy, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages } from '#connectors/_contract/refuse-media.ts'
import { titleAndBody } from '#connectors/_contract/title-and-body.ts'
import { textMax } from './limits.ts'
import { editSchema } from './edit.ts'
import { optionsOf } from './options.ts'
import { noUploads } from './refusals.ts'
import { remove } from './remove.ts'
import { openSession, type Session } from './session.ts'
import { type Edit, replyEdit } from './talk.ts'
import { summaryOf, type Trace, traces } from './trace.ts'
import { text as rules } from './text.ts'
import { upload } from './upload.ts'
import { addressOf, network, type Wiki, wikiOf } from './wiki.ts'
import { inline, wikitextOf } from './wikitext.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(account, outgoing)
  if (refused) return refused
  const session = await openSession(tools, account)
  if (!session.ok) return session
  const edit = outgoing.replyTo
    ? await replyEdit(session.value, outgoing, outgoing.replyTo)
    : await postEdit(session.value, wikiOf(account), outgoing)
  return edit.ok ? write(session.value, wikiOf(account), edit.value, outgoing.id) : edit
}

/** A post is a new section at the end of a page. */
async function postEdit(session: Session, wiki: Wiki, outgoing: Outgoing): Promise<Outcome<Edit>> {
  const options = optionsOf(outgoing.options)
  const { title, body } = titleAndBody(outgoing.text, options.title)
  const images = await upload(session, outgoing)
  if (!images.ok) return images
  // MediaWiki refuses a new section with nothing under its heading.
  const text =
    [wikitextOf(body), images.value].filter((part) => part !== '').join('\n\n') || '<!-- -->'
  const page = options.page || wiki.page
  const section = title.replace(/\s+/g, ' ')
  const parameters = { section: 'new', sectiontitle: inline(section), text }
  return done({ page, section, parameters })
}

async function write(
  session: Session,
  wiki: Wiki,
  { page, section, parameters }: Edit,
  mark: string,
): Promise<Outcome<Published>> {
  const summary = summaryOf(section, mark)
  // Watched, so that what is said on its talk page comes into the inbox.
  const common = { title: page, summary, notminor: '1', watchlist: 'watch' }
  const call = { action: 'edit', parameters: { ...parameters, ...common }, publishes: true }
  const made = await session.write(call, editSchema)
  if (!made.ok) return made
  const { result, title = page, newrevid, newtimestamp } = made.value.edit
  if (result !== 'Success' || newrevid === undefined) {
    const detail = JSON.stringify(made.value.edit)
    return failed({ kind: 'rejected', reason: refusedBy(network, result), detail })
  }
  const at = new Date(newtimestamp ?? '')
  return done(publishedOf(wiki, { revision: newrevid, page: title, section, mark, at }))
}

const publishedOf = (
  wiki: Wiki,
  { revision, page, section, mark, at }: Omit<Trace, 'namespace'>,
): Published => ({
  remoteId: String(revision),
  url: addressOf(wiki, page, section),
  publishedAt: at,
  data: { page, section, mark },
})

/** A day before, for whatever the wiki's clock says: the mark alone decides. */
const slackMs = 24 * 60 * 60_000

/** Looks for the delivery's mark in the summaries of our own edits. */
async function confirm(
  tools: Tools,
  account: Account,
  { id, plannedAt }: Outgoing,
): Promise<Outcome<Published | null>> {
  const session = await openSession(tools, account)
  if (!session.ok) return session
  const since = new Date(plannedAt.getTime() - slackMs)
  const found = await traces(session.value, wikiOf(account).user, { since, mark: id })
  if (!found.ok) return found
  const trace = found.value.edits.find(({ mark }) => mark === id)
  return done(trace ? publishedOf(wikiOf(account), trace) : null)
}

/** What would be refused, or make no sense on a wiki, seen before anything is sent. */
function refuse(account: Account, { text, images, options, replyTo }: Outgoing) {
  const { limits } = wikiOf(account)
  if (text.trim() === '' && images.length === 0) return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (replyTo) return images.length > 0 ? rejected('images', noImagesInAnswers) : null
  if (titleAndBody(text, optionsOf(options).title).title === '') return rejected('text', noTitle)
  if (images.length > 0 && limits.imagesMax === 0) return rejected('images', noUploads)
  return refuseImages(network, { max: limits.imagesMax, maxBytes: limits.imageMaxBytes }, images)
}

/** The address of an edit in the history of a page: `…?diff=12`, `…?oldid=12`. */
function idIn(account: Pick<Account, 'settings'>, { host, searchParams }: URL): string | null {
  const id = searchParams.get('diff') ?? searchParams.get('oldid') ?? ''
  return host === new URL(wikiOf(account).api).host && /^\d+$/.test(id) ? id : null
}

const noImagesInAnswers = {
  en: 'Answers on a talk page are sent without images: send the text alone.',
  fr: 'Les réponses en page de discussion partent sans image : envoyez le texte seul.',
}

const noTitle = {
  en: 'A section of a wiki needs a title: write a text, whose first line will be it, or give the title.',
  fr: 'Une section de wiki a besoin d’un titre : écrivez un texte, dont la première ligne le sera, ou donnez le titre.',
}
