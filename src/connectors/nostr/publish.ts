import type {
  Account,
  Image,
  Outgoing,
  Publish,
  Published,
  Tools,
} from '#connectors/_contract/connector.ts'
import { done, failed, type Outcome } from '#connectors/_contract/failure.ts'
import { emptyPost, rejected, tooLong } from '#connectors/_contract/refusals.ts'
import { refuseImages } from '#connectors/_contract/refuse-media.ts'
import { type Identity, identityOf, network, pageOf, settingsOf } from './account.ts'
import { nevent, readEntity } from './bech32.ts'
import { dateOf, type Event, eventSchema, isAuthentic, kinds, secondsOf, sign } from './event.ts'
import { addressFor, upload } from './media.ts'
import { maxImageBytes, maxImages, maxText } from './limits.ts'
import { hashOf, noteOf } from './note.ts'
import { anyOf, askAll, failuresOf, worst } from './relays.ts'
import { replyData, replyRefs } from './thread.ts'
import { text as rules } from './text.ts'

export const publish: Publish = { publish: send, confirm, remove, idIn }

async function send(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published>> {
  const refused = refuse(account, outgoing)
  if (refused) return refused
  const identity = identityOf(account)
  const made = await eventOf(tools, identity, outgoing)
  if (!made.ok) return made
  const event = made.value
  await tools.keep?.({ event })
  for (const image of outgoing.images) {
    const uploaded = await upload(tools, identity, image, addressIn(event, identity, image))
    if (!uploaded.ok) return uploaded
  }
  const answers = await askAll(tools, identity, (relay) => relay.publish(event))
  if (!anyOf(answers).ok) return failed(worst(answers))
  const refusals = failuresOf(answers).map(({ relay, detail }) => ({ relay, detail }))
  if (refusals.length > 0) tools.log.warn({ refusals }, 'some relays did not take a note')
  const sent = published(event, identity)
  return done(refusals.length > 0 ? { ...sent, data: { ...sent.data, refusals } } : sent)
}

/** What would be refused, seen before anything is sent. */
function refuse(account: Account, { text, images }: Outgoing) {
  const { mediaServer, textMax = maxText } = settingsOf(account)
  if (text.trim() === '' && images.length === 0) return rejected('text', emptyPost(network))
  if (rules.count(text) > textMax) return rejected('text', tooLong(network, textMax))
  if (images.length > 0 && !mediaServer) return rejected('images', noMediaServer)
  return refuseImages(network, { max: maxImages, maxBytes: maxImageBytes }, images)
}

const noMediaServer = {
  en: 'Nostr relays carry no images. Connect this account again with the address of a media server, or send the text alone.',
  fr: 'Les relais Nostr ne transportent pas d’images. Reconnectez ce compte en indiquant l’adresse d’un serveur de médias, ou envoyez le texte seul.',
}

/** The signed event of a delivery: the one an earlier attempt wrote down, else the same made anew. */
async function eventOf(
  tools: Tools,
  identity: Identity,
  outgoing: Outgoing,
): Promise<Outcome<Event>> {
  const kept = eventSchema.safeParse(outgoing.kept?.['event']).data
  if (kept && kept.pubkey === identity.pubkey && isAuthentic(kept)) return done(kept)
  const refs = outgoing.replyTo ? await replyRefs(tools, identity, outgoing.replyTo) : done(null)
  if (!refs.ok) return refs
  const placed = outgoing.images.map((image) => ({ image, url: addressFor(identity, image) }))
  return done(sign(identity.secret, noteOf(outgoing, placed, refs.value)))
}

/** The address under which a note shows a picture. */
function addressIn(event: Event, identity: Identity, image: Image): string {
  const hash = hashOf(image.bytes)
  const meta = event.tags.find(
    ([name, ...parts]) => name === 'imeta' && parts.includes(`x ${hash}`),
  )
  return meta?.find((part) => part.startsWith('url '))?.slice(4) ?? addressFor(identity, image)
}

async function confirm(
  tools: Tools,
  account: Account,
  outgoing: Outgoing,
): Promise<Outcome<Published | null>> {
  const identity = identityOf(account)
  const made = await eventOf(tools, identity, outgoing)
  if (!made.ok) return made
  const { id } = made.value
  const answers = await askAll(tools, identity, (relay) => relay.query({ ids: [id] }))
  const heard = anyOf(answers)
  if (heard.ok && heard.value.flat().some((event) => event.id === id)) {
    return done(published(made.value, identity))
  }
  // A relay that is away may be the one that has it.
  return failuresOf(answers).length > 0 ? failed(worst(answers)) : done(null)
}

function published(event: Event, { relays }: Identity): Published {
  return {
    remoteId: event.id,
    url: pageOf(nevent(event.id, event.pubkey, relays.slice(0, 2))),
    publishedAt: dateOf(event),
    data: replyData(event),
  }
}

/**
 * Asks the relays to forget a note (NIP-09, read 2026-11-25). All of them must have heard it; one that will not
 * forget is written down.
 */
async function remove(
  tools: Tools,
  account: Account,
  { remoteId }: { remoteId: string },
): Promise<Outcome<null>> {
  const identity = identityOf(account)
  const request = sign(identity.secret, {
    kind: kinds.deletion,
    created_at: secondsOf(tools.clock.now()),
    tags: [
      ['e', remoteId],
      ['k', String(kinds.note)],
    ],
    content: '',
  })
  const answers = await askAll(tools, identity, (relay) => relay.publish(request))
  const failures = failuresOf(answers)
  const refusals = failures.filter(({ kind }) => kind === 'rejected')
  if (failures.length > refusals.length || failures.length === answers.length) {
    return failures.length === 0 ? done(null) : failed(worst(answers))
  }
  if (refusals.length > 0) tools.log.warn({ refusals }, 'some relays keep a note we removed')
  return done(null)
}

/** The event in an address of a web client: `…/nevent1…` or `…/note1…`; not when it names another author. */
function idIn({ remoteId }: Pick<Account, 'remoteId'>, { href }: URL): string | null {
  const [written] = /(?:note|nevent)1[02-9ac-hj-np-z]+/.exec(href) ?? []
  const entity = readEntity(written ?? '')
  if (entity?.kind !== 'event') return null
  return entity.author === undefined || entity.author === remoteId ? entity.id : null
}
