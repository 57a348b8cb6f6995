import { describe, expect, test } from 'vitest'
import type { Connector, SiteVisit } from '../connector.ts'
import { type Desk, failure, openDesk, signIn, value } from './desk.ts'
import type { ContractKit } from './kit.ts'

/** A site connects by what a person chose, serves pages that run nothing foreign, and answers each visitor once. */
export function siteRules(connector: Connector, kit: ContractKit): void {
  const { connect, site } = connector
  if (!site) return

  test('the right fields connect it; wrong ones are refused by the field', async () => {
    const { tools, connected } = await openDesk(connector, kit)
    expect(connected.account.remoteId).not.toBe('')
    expect(URL.canParse(connected.profileUrl)).toBe(true)
    const failed = failure(await signIn(connector, kit, tools, kit.wrongFields ?? {}))
    expect(failed).toMatchObject({ kind: 'rejected', field: expect.any(String) })
  })

  test('connected again under the same name, it is the same account', async () => {
    const { tools, account } = await openDesk(connector, kit)
    const again = value(await signIn(connector, kit, tools, kit.fields))
    expect(again.account.remoteId).toBe(account.remoteId)
    const changed = value(await signIn(connector, kit, tools, site.form(account)))
    expect(changed.account).toEqual(account)
    const renamed = { ...site.form(account), name: 'Un autre nom' }
    const later = value(await signIn(connector, kit, tools, renamed))
    expect(later.account.remoteId).toBe(account.remoteId)
    expect(value(await connect.check(tools, account)).account).toEqual(account)
  })

  test('it names where it may show, how long it keeps what is said, and what to paste', async () => {
    const { account } = await openDesk(connector, kit)
    const { origins, keepDays, textMax } = site.rules(account)
    expect(origins.length).toBeGreaterThan(0)
    for (const origin of origins) expect(new URL(origin).origin).toBe(origin)
    expect(keepDays).toBeGreaterThan(0)
    expect(textMax).toBeGreaterThan(0)
    const { line, tryUrl } = site.embed(account, BASE)
    expect(line).toMatch(
      /^<script [^<>]*src="https:\/\/vigie\.example\/w\/[^"]+" defer><\/script>$/,
    )
    expect(tryUrl.startsWith(`${BASE}/`)).toBe(true)
  })

  describe('its pages', () => {
    test('are found by their names alone, and hold no script or style in themselves', async () => {
      const { account } = await openDesk(connector, kit)
      const names = await namesFrom(connector, account)
      expect(names.length).toBeGreaterThan(1)
      for (const name of names) {
        const page = site.serve(name, visitTo(account))
        expect(page, name).not.toBeNull()
        if (!page?.type.startsWith('text/html')) continue
        expect(page.body).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
        expect(page.body).not.toMatch(/<script(?![^>]*(src=|type="application\/json"))/i)
      }
      for (const name of ['constructor', '__proto__', 'nothing.js']) {
        expect(site.serve(name, visitTo(account))).toBeNull()
      }
    })

    test('ask little of the company’s own pages: the script they load is small', async () => {
      const { account } = await openDesk(connector, kit)
      const { line } = site.embed(account, BASE)
      const name = /src="[^"]*\/([^"/]+)"/.exec(line)?.[1] ?? ''
      const page = site.serve(name, visitTo(account))
      expect(page?.kind).toBe('script')
      expect(Buffer.byteLength(page?.body ?? '')).toBeLessThan(10_000)
    })

    test('take a name that is full of marks for what it is: text', async () => {
      const { account } = await openDesk(connector, kit)
      const handle = `</script><script>alert("'1'")</script>&$&`
      for (const name of await namesFrom(connector, account)) {
        const body = site.serve(name, visitTo({ ...account, handle }))?.body ?? ''
        if (body.trimStart().startsWith('<')) expect(body, name).not.toContain('<script>alert')
      }
    })
  })

  describe('an answer', () => {
    const asked = async (desk: Desk) => {
      const remoteId = desk.network.speak?.('Combien ?', null) ?? ''
      const page = await connector.inbox?.read(desk.tools, desk.account, null)
      const item = page?.ok ? page.value.items.find((one) => one.remoteId === remoteId) : undefined
      const data = JSON.parse(JSON.stringify(item?.data ?? {})) as Record<string, unknown>
      return { remoteId, data }
    }

    test('reaches its visitor, once, whatever was done twice; and is found again', async () => {
      const desk = await openDesk(connector, kit)
      const delivery = desk.delivery('Deux cents euros', { replyTo: await asked(desk) })
      expect(value(await ask('confirm', desk, delivery))).toBeNull()
      const first = value(await ask('publish', desk, delivery))
      const again = value(await ask('publish', desk, delivery))
      expect(again).toEqual(first)
      expect(desk.network.published?.()).toMatchObject([
        { text: 'Deux cents euros', replyTo: delivery.replyTo?.remoteId },
      ])
      expect(value(await ask('confirm', desk, delivery))).toEqual(first)
    })

    test('is refused when it is empty, too long, or answers nobody', async () => {
      const desk = await openDesk(connector, kit)
      const replyTo = await asked(desk)
      const long = 'a'.repeat((connector.manifest.text?.max.value ?? 0) + 1)
      const unfit = [
        desk.delivery(' ', { replyTo }),
        desk.delivery(long, { replyTo }),
        desk.delivery('À tous'),
      ]
      for (const delivery of unfit) {
        expect(failure(await ask('publish', desk, delivery)).kind).toBe('rejected')
      }
      expect(desk.network.published?.()).toEqual([])
    })

    test('is taken off, and once more without harm', async () => {
      const desk = await openDesk(connector, kit)
      const delivery = desk.delivery('Pardon', { replyTo: await asked(desk) })
      const { remoteId } = value(await ask('publish', desk, delivery)) ?? { remoteId: '' }
      for (const _ of ['first', 'again']) {
        const gone = await connector.publish?.remove(desk.tools, desk.account, { remoteId })
        expect(gone?.ok).toBe(true)
      }
      expect(desk.network.published?.()).toEqual([])
    })
  })

  async function ask(
    what: 'publish' | 'confirm',
    desk: Desk,
    delivery: ReturnType<Desk['delivery']>,
  ) {
    const { publish } = connector
    if (!publish) throw new Error('a site answers: it needs publish')
    return publish[what](desk.tools, desk.account, delivery)
  }
}

const BASE = 'https://vigie.example/w/0190'

const visitTo = (account: SiteVisit['account']): SiteVisit => ({
  account,
  base: BASE,
  query: new URLSearchParams(),
  language: 'fr',
  timeZone: 'Europe/Paris',
  now: new Date('2026-03-02T09:00:00+01:00'),
  askedBy: 'unknown',
})

/** The names of all pages: what is pasted and tried, and all that those name. */
async function namesFrom(
  { site }: Connector,
  account: SiteVisit['account'] & { settings: Record<string, unknown> },
): Promise<string[]> {
  const { line, tryUrl } = site?.embed(account, BASE) ?? { line: '', tryUrl: '' }
  const waiting = [/src="[^"]*\/([^"/]+)"/.exec(line)?.[1] ?? '', tryUrl.slice(BASE.length + 1)]
  const names = new Set<string>()
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (names.has(name)) continue
    names.add(name)
    const body = site?.serve(name, visitTo(account))?.body ?? ''
    for (const [, found = ''] of body.matchAll(/(?:src|href)="([a-z][a-z0-9.-]*)"/g))
      waiting.push(found)
    for (const [, found = ''] of body.matchAll(/\$\{base\}\/([a-z][a-z0-9.-]*)\?/g))
      waiting.push(found)
  }
  return [...names]
}
