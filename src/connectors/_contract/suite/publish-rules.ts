import { expect, test } from 'vitest'
import type { Connector, Image, Outgoing } from '../connector.ts'
import { type Desk, failure, openDesk, value } from './desk.ts'
import type { ContractKit } from './kit.ts'
import { pictureOf } from './picture.ts'
import { expectAbsent, expectFound } from './read-back.ts'
import { when } from './when.ts'

/** A post leaves as it was written, once; what the network would refuse is refused before. */
export function publishRules(connector: Connector, kit: ContractKit): void {
  const { publish, manifest, text } = connector
  if (!publish) return
  const limitsOf = (desk: Desk) => ({
    text: connector.limitsOf?.(desk.account).textMax ?? manifest.text?.max.value ?? 0,
    images: connector.limitsOf?.(desk.account).imagesMax ?? manifest.images?.max.value ?? 0,
    bytes: connector.limitsOf?.(desk.account).imageMaxBytes ?? manifest.images?.maxBytes.value ?? 0,
    video: connector.limitsOf?.(desk.account).videoMaxBytes ?? manifest.video?.maxBytes.value ?? 0,
  })
  const taken = manifest.images?.types
  /** A network without descriptions shows none. */
  const shown = (alts: string[]) => (manifest.images?.described ? alts : alts.map(() => ''))
  const sentPosts = (desk: Desk) => desk.faults.asked.filter((r) => kit.publishes?.(r)).length

  test('a text leaves as it was written', async () => {
    const desk = await openDesk(connector, kit)
    const words = 'L’atelier ouvre dimanche. 🪵 Venez nombreux !'
    const sent = value(await publish.publish(desk.tools, desk.account, desk.delivery(words)))
    expect(desk.network.published?.()).toMatchObject([{ remoteId: sent.remoteId, text: words }])
    expect(URL.canParse(sent.url)).toBe(true)
    expect(sent.publishedAt.getTime()).toBeGreaterThan(0)
  })

  when(Boolean(manifest.images))(
    'as many images leave as the network takes, each described',
    async () => {
      const desk = await openDesk(connector, kit)
      const most = limitsOf(desk).images
      const alts = Array.from({ length: most }, (_, n) => `Vue ${n + 1} de la table`)
      const images = await Promise.all(alts.map((alt) => pictureOf(alt, 40, 30, taken)))
      value(await publish.publish(desk.tools, desk.account, desk.delivery('La table', { images })))
      expect(desk.network.published?.()).toMatchObject([{ text: 'La table', alts: shown(alts) }])
    },
  )

  when(Boolean(manifest.video))('a video leaves, described; never beside an image', async () => {
    const desk = await openDesk(connector, kit)
    const [type = ''] = manifest.video?.types ?? []
    const poster = await pictureOf('Le rabot', 32, 18, taken)
    const size = { width: 160, height: 90, seconds: 2 }
    const video = { file: new Blob(['film'], { type }), type, ...size, alt: 'Le rabot', poster }
    const delivery = desk.delivery('À l’établi', { video })
    const sent = value(await publish.publish(desk.tools, desk.account, delivery))
    const alts = [manifest.video?.described ? 'Le rabot' : '']
    expect(desk.network.published?.()).toMatchObject([{ text: 'À l’établi', alts }])
    await expectFound(connector, desk, delivery, sent.remoteId)
    const both = desk.delivery('Les deux', { video, images: [poster] })
    expect(failure(await publish.publish(desk.tools, desk.account, both)).kind).toBe('rejected')
    const most = limitsOf(desk).video
    const file = Object.defineProperty(new Blob(), 'size', { value: most + 1 })
    const heavy = desk.delivery('Trop lourde', { video: { ...video, file } })
    expect(failure(await publish.publish(desk.tools, desk.account, heavy)).kind).toBe('rejected')
    expect(sentPosts(desk)).toBe(1)
  })

  test('a text one character too long is refused by the field, and nothing is sent', async () => {
    const desk = await openDesk(connector, kit)
    const most = limitsOf(desk).text
    const letter = manifest.text?.unit === 'bytes' ? 'e' : 'é'
    expect(text.count(letter.repeat(most))).toBe(most)
    const long = desk.delivery(letter.repeat(most + 1))
    expect(text.count(long.text)).toBeGreaterThan(most)
    const failed = failure(await publish.publish(desk.tools, desk.account, long))
    expect(failed).toMatchObject({ kind: 'rejected', field: 'text' })
    expect(sentPosts(desk)).toBe(0)
  })

  test('nothing at all is refused, and so are too many or too heavy images', async () => {
    const desk = await openDesk(connector, kit)
    const one = await pictureOf('Une table', 4, 3, taken)
    const limits = limitsOf(desk)
    const refused: [string, Image[]][] = [['', []]]
    if (limits.images > 0) {
      refused.push(['Trop d’images', Array.from({ length: limits.images + 1 }, () => one)])
      refused.push(['Trop lourde', [{ ...one, bytes: new Uint8Array(limits.bytes + 1) }]])
    }
    for (const [words, images] of refused) {
      const { video: _, ...delivery } = desk.delivery(words, { images })
      const failed = failure(await publish.publish(desk.tools, desk.account, delivery))
      expect(failed.kind, words).toBe('rejected')
    }
    expect(sentPosts(desk)).toBe(0)
  })

  const honoursAKey = ['client-key', 'idempotency-header'].includes(manifest.idempotency)
  when(honoursAKey)('the same delivery sent twice leaves one post', async () => {
    const desk = await openDesk(connector, kit)
    const delivery = desk.delivery('Une seule fois')
    const first = value(await publish.publish(desk.tools, desk.account, delivery))
    const second = value(await publish.publish(desk.tools, desk.account, delivery))
    expect(second.remoteId).toBe(first.remoteId)
    expect(desk.network.published?.()).toHaveLength(1)
  })

  test('reading back finds a delivery that left, and no other', async () => {
    const desk = await openDesk(connector, kit)
    const delivery = desk.delivery('Partie')
    await expectAbsent(connector, desk, delivery)
    const sent = value(await publish.publish(desk.tools, desk.account, delivery))
    await expectFound(connector, desk, delivery, sent.remoteId)
    await expectAbsent(connector, desk, desk.delivery('Jamais partie'))
  })

  test('a post is removed, and once more without harm; or it is said that no program can', async () => {
    const desk = await openDesk(connector, kit)
    const sent = value(await publish.publish(desk.tools, desk.account, desk.delivery('Oups')))
    if (desk.network.takeOff) {
      // No program may: a person is told so, and nothing is said to be gone.
      const failed = failure(await publish.remove(desk.tools, desk.account, sent))
      expect(failed.kind).toBe('rejected')
      expect(desk.network.published?.()).toHaveLength(1)
      return
    }
    value(await publish.remove(desk.tools, desk.account, sent))
    expect(desk.network.published?.()).toEqual([])
    value(await publish.remove(desk.tools, desk.account, sent))
  })

  when(manifest.follow.thread)(
    'a thread leaves at once, each part under the one before, and none comes back to the inbox',
    async () => {
      const desk = await openDesk(connector, kit)
      let replyTo: Outgoing['replyTo']
      const sent: string[] = []
      for (const words of ['Un', 'Deux', 'Trois']) {
        const delivery = desk.delivery(words, replyTo ? { replyTo } : {})
        const made = value(await publish.publish(desk.tools, desk.account, delivery))
        const found = await expectFound(connector, desk, delivery, made.remoteId)
        // The same whether we heard the answer or read it back: what follows needs it all the same.
        if (found && made.data) expect(found).toMatchObject({ data: made.data })
        sent.push(made.remoteId)
        replyTo = { remoteId: made.remoteId, ...(made.data ? { data: made.data } : {}) }
      }
      const seen = desk.network.published?.() ?? []
      expect(
        sent.map((id) => seen.find(({ remoteId }) => remoteId === id)?.replyTo ?? null),
      ).toEqual([null, sent[0], sent[1]])
      const said = await connector.inbox?.read(desk.tools, desk.account, null)
      expect(said?.ok ? said.value.items : []).toEqual([])
    },
  )

  const isAnsweredThere = Boolean(manifest.answeredThere)
  when(isAnsweredThere)(
    'an answer is refused with where to answer, and nothing is sent',
    async () => {
      const desk = await openDesk(connector, kit)
      const ours = value(await publish.publish(desk.tools, desk.account, desk.delivery('Un banc')))
      const remoteId = desk.network.speak?.('Combien ?', ours.remoteId) ?? ''
      const sent = sentPosts(desk)
      const answer = desk.delivery('Deux cents euros', { replyTo: { remoteId } })
      const failed = failure(await publish.publish(desk.tools, desk.account, answer))
      expect(failed).toMatchObject({ kind: 'rejected', reason: manifest.answeredThere })
      expect(sentPosts(desk)).toBe(sent)
    },
  )

  const answersHere = Boolean(connector.inbox) && !isAnsweredThere
  when(answersHere)('an answer from the inbox reaches what it answers', async () => {
    const desk = await openDesk(connector, kit)
    const replyTo = await somethingAsked(connector, desk)
    const { remoteId } = replyTo
    const delivery = desk.delivery('Deux cents euros', { replyTo })
    const answer = value(await publish.publish(desk.tools, desk.account, delivery))
    const seen = desk.network.published?.().find((post) => post.remoteId === answer.remoteId)
    expect(seen?.replyTo).toBe(remoteId)
    expect(seen?.text).toContain('Deux cents euros')
    if (kit.findsAnswers !== false) {
      await expectFound(connector, desk, delivery, answer.remoteId)
      return
    }
    const confirmed = await publish.confirm(desk.tools, desk.account, delivery)
    expect(failure(confirmed).kind).toBe('unknown-outcome')
  })

  const answerMax = manifest.text?.answerMax?.value
  when(answersHere && answerMax !== undefined)(
    'an answer may be as long as the manifest says, and no longer',
    async () => {
      const desk = await openDesk(connector, kit)
      const replyTo = await somethingAsked(connector, desk)
      const long = desk.delivery('e'.repeat((answerMax ?? 0) + 1), { replyTo })
      const failed = failure(await publish.publish(desk.tools, desk.account, long))
      expect(failed).toMatchObject({ kind: 'rejected', field: 'text' })
      const longest = desk.delivery('e'.repeat(answerMax ?? 0), { replyTo })
      value(await publish.publish(desk.tools, desk.account, longest))
    },
  )
}

/** Somebody speaks under a post of ours; what the inbox makes of it, to be answered. */
async function somethingAsked(
  { publish, inbox }: Connector,
  desk: Desk,
): Promise<NonNullable<Outgoing['replyTo']>> {
  const { tools, account, network } = desk
  const post = await publish?.publish(tools, account, desk.delivery('Un banc'))
  const remoteId = network.speak?.('Combien ?', value(post ?? missing).remoteId) ?? ''
  const { items } = value((await inbox?.read(tools, account, null)) ?? missing)
  const said = items.find((item) => item.remoteId === remoteId)
  // The desk keeps it as JSON.
  const data = JSON.parse(JSON.stringify(said?.data ?? {})) as Record<string, unknown>
  return { remoteId, data }
}

const missing = { ok: false, failure: { kind: 'transient', detail: 'nothing here' } } as const
