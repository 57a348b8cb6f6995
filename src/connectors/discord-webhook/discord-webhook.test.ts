import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { failure, signIn, value } from '#connectors/_contract/suite/desk.ts'
import { type CheckedRequest, openapiChecker } from '#connectors/_contract/suite/openapi.ts'
import { pictureOf } from '#connectors/_contract/suite/picture.ts'
import { sharedData } from '#connectors/_contract/suite/shared-data.ts'
import { type Watched, watchedDesk } from '#connectors/_contract/suite/watch.ts'
import { webhookIn } from './account.ts'
import kit from './contract.ts'
import { address } from './double.ts'
import webhook from './index.ts'

const { connect, publish, metrics } = webhook
const opens = connect.withCredentials
if (!publish?.readPoll || !metrics || !opens) throw new Error('a webhook does less than it did')
const { readPoll } = publish

const watched = () => watchedDesk(webhook, kit)

describe('the address of a webhook', () => {
  const secret = address.split('/').at(-1) ?? ''

  test.each([
    address,
    ` ${address}/ `,
    address.replace('discord.com', 'discordapp.com'),
    address.replace('discord.com', 'canary.discord.com'),
    address.replace('/api/', '/api/v10/'),
    `${address}?wait=true`,
  ])('is read in %j', (typed) => {
    expect(webhookIn(typed)).toEqual({ id: '90050', token: secret })
  })

  test.each([
    '',
    'Atelier Morel',
    address.replace('discord.com', 'discord.com.example'),
    address.replace('https://discord.com', 'https://discord.com@stock.example'),
    address.replace(secret, ''),
    'https://discord.com/channels/90010/90020',
  ])('is none in %j', async (typed) => {
    expect(webhookIn(typed)).toBeNull()
    const { tools, sent } = await watched()
    const before = sent.length
    const refused = failure(await opens(tools, { address: typed }))
    expect(refused).toMatchObject({ kind: 'rejected', field: 'address' })
    expect(sent).toHaveLength(before)
  })
})

test('a webhook that follows another server’s announcements takes nothing of ours', async () => {
  const { tools } = await watched()
  const follower = { type: 2, name: 'Nouveautés', channel_id: '90020', guild_id: '90010' }
  const fetch = async () => Response.json(follower)
  const refused = failure(await opens({ ...tools, fetch }, { address }))
  expect(refused).toMatchObject({ kind: 'rejected', field: 'address' })
})

test('a post waits for Discord to say which message it is, and is known by its address', async () => {
  const { tools, account, delivery, sent } = await watched()
  const made = value(await publish.publish(tools, account, delivery('Le banc est prêt')))
  expect(sent.at(-1)?.url.search).toBe('?wait=true')
  expect(made.url).toBe(`https://discord.com/channels/90010/90020/${made.remoteId}`)
  expect(publish.idIn?.(account, new URL(made.url ?? ''))).toBe(made.remoteId)
})

test('a post in doubt is left to a person: nothing is asked of Discord', async () => {
  const { tools, account, delivery, sent } = await watched()
  const before = sent.length
  const doubt = failure(await publish.confirm(tools, account, delivery('Le banc est prêt')))
  expect(doubt.kind).toBe('unknown-outcome')
  expect(sent).toHaveLength(before)
})

test('what was deleted on Discord is left out of the figures, and is deleted again without harm', async () => {
  const { tools, account, delivery, network } = await watched()
  const kept = value(await publish.publish(tools, account, delivery('Le banc')))
  const gone = value(await publish.publish(tools, account, delivery('La table')))
  network.like?.(kept.remoteId)
  value(await publish.remove(tools, account, gone))
  value(await publish.remove(tools, account, gone))
  const counts = value(await metrics.posts(tools, account, [kept.remoteId, gone.remoteId]))
  expect(counts).toEqual({ [kept.remoteId]: { likes: 1 } })
})

const file = sharedData('specs', 'discord/openapi.json')

describe.skipIf(!file)('every request is one that Discord documents', () => {
  test('connecting, publishing, counting and removing', async () => {
    const check = openapiChecker(JSON.parse(readFileSync(file ?? '', 'utf8')))
    const { tools, sent, delivery } = await watched()
    const { account } = value(await signIn(webhook, kit, tools, kit.fields))
    value(await connect.check(tools, account))
    const image = await pictureOf('Une table', 40, 30)
    const size = { width: 160, height: 90, seconds: 2 }
    const video = { file: new Blob(['film']), type: 'video/mp4', ...size, alt: 'Le rabot' }
    const poll = { choices: ['Chêne', 'Noyer'], minutes: 60, multiple: true }
    const options = { notify: 'everyone', silent: true, hideCards: true }
    const deliveries = [
      delivery('Un texte', { options }),
      delivery('Deux images', { images: [image, { ...image, alt: '' }] }),
      delivery('Un film', { video }),
      delivery('Quel bois ?', { poll }),
    ]
    for (const one of deliveries) {
      const made = value(await publish.publish(tools, account, one))
      if (one.poll) expect(value(await readPoll(tools, account, made)).choices).toHaveLength(2)
      value(await metrics.posts(tools, account, [made.remoteId]))
      value(await publish.remove(tools, account, made))
    }
    expect(sent.flatMap((one) => check(described(one)))).toEqual([])
    expect(sent.length).toBeGreaterThan(12)
  })
})

/** A form with `payload_json` stands for its JSON with the files beside it. */
function described({ url, init }: Watched): CheckedRequest {
  const { method = 'GET', body } = init
  const request = { method, path: url.pathname.replace('/api/v10', ''), query: url.searchParams }
  if (body === undefined) return request
  const isForm = body instanceof FormData
  const payload = JSON.parse(String(isForm ? body.get('payload_json') : body)) as object
  if (!isForm) return { ...request, body: payload }
  const files = [...body.keys()].filter((name) => name !== 'payload_json').map((name) => [name, ''])
  const contentType = 'multipart/form-data'
  return { ...request, body: { ...payload, ...Object.fromEntries(files) }, contentType }
}
