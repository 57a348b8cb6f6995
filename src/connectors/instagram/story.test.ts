import { describe, expect, test } from 'vitest'
import type { Outgoing } from '#connectors/_contract/connector.ts'
import { failure, value } from '#connectors/_contract/suite/desk.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import instagram from './index.ts'
import { isPublishing, keeping, openAccount } from './testing.ts'

const { publish, metrics } = instagram
if (!publish || !metrics) throw new Error('Instagram does less than it did')

describe('a story', () => {
  const story = { form: 'story' }
  const isMedia = ({ url }: { url: URL }) => url.pathname.endsWith('/media')

  test('of one image or one video leaves as it is, is found again and counted as a story', async () => {
    const desk = await openAccount()
    const { tools, account, network, clock } = desk
    const table = await pictureOf('Une table', 9, 16)
    const { video: _, ...image } = desk.delivery('', { images: [table], options: story })
    const sent = value(await publish.publish(tools, account, image))
    expect(network.containersMade.at(-1)).toEqual({
      media_type: 'STORIES',
      image_url: expect.any(String),
      appsecret_proof: expect.any(String),
    })
    const found = value(await publish.confirm(tools, account, image))
    expect(found?.remoteId).toBe(sent.remoteId)
    clock.advance(60_000)
    const film = { file: new Blob(['film']), type: 'video/mp4', width: 9, height: 16, seconds: 5 }
    const moving = desk.delivery('', { video: { ...film, alt: '' }, options: story })
    const second = value(await publish.publish(tools, account, moving))
    expect(value(await publish.confirm(tools, account, moving))?.remoteId).toBe(second.remoteId)
    const counts = value(await metrics.posts(tools, account, [sent.remoteId]))
    expect(counts[sent.remoteId]).toEqual({
      likes: 0,
      reach: 10,
      views: 20,
      replies: 30,
      reposts: 40,
    })
  })

  test('that left and whose answer was lost is one story, found among the stories alone', async () => {
    const desk = await openAccount()
    const { tools, account, network } = desk
    value(await publish.publish(tools, account, desk.delivery('Une vue du jour')))
    const images = [await pictureOf('Une table', 9, 16)]
    const { video: _, ...delivery } = desk.delivery('', { images, options: story })
    desk.faults.next(isPublishing, 'timeout-after')
    failure(await publish.publish(keeping(tools, delivery), account, delivery))
    const again = value(await publish.publish(keeping(tools, delivery), account, delivery))
    expect(value(await publish.confirm(tools, account, delivery))?.remoteId).toBe(again.remoteId)
    expect(network.published?.()).toHaveLength(2)
  })

  test('with words, with two images or with a heavy video is refused before anything is sent', async () => {
    const desk = await openAccount()
    const one = await pictureOf('Une table', 9, 16)
    const file = Object.defineProperty(new Blob(), 'size', { value: 100_000_001 })
    const film = { file, type: 'video/mp4', width: 9, height: 16, seconds: 5, alt: '' }
    const { video: _, ...bare } = desk.delivery('', { options: story })
    const refused: [Outgoing, string][] = [
      [{ ...bare, text: 'Des mots', images: [one] }, 'text'],
      [{ ...bare, images: [one, one] }, 'images'],
      [{ ...bare, images: [], video: film }, 'video'],
    ]
    const before = desk.faults.asked.filter(isMedia).length
    for (const [delivery, field] of refused) {
      const sent = await publish.publish(desk.tools, desk.account, { ...delivery })
      expect(failure(sent)).toMatchObject({ kind: 'rejected', field })
    }
    expect(desk.faults.asked.filter(isMedia)).toHaveLength(before)
  })
})
