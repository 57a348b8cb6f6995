import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ChannelView } from '#domain/channels/api.ts'
import type { ConversationSummary, ConversationView } from '#domain/inbox/api.ts'
import type { ThreadView } from '#domain/visits/api.ts'
import { sql } from 'kysely'
import { openTestDesk } from '#support/desk.ts'

// The server that this network speaks to is the desk itself: here is the whole of it, on a real database.
const atelier = await openTestDesk({ now: '2026-11-23T09:00:00+01:00' })
const camille = (await atelier.signUp()).with({ 'accept-language': 'fr' })
const SHOP = 'https://www.atelier-morel.example'
const { body: chat } = await connect({})
const origin = await atelier.listen()

test('a visitor writes, Camille answers from the inbox, and the visitor reads who answered', async () => {
  const lea = visitor()
  const asked = await lea.write('Le banc existe-t-il en noyer ?')
  expect(asked.body.messages).toMatchObject([
    { from: 'visitor', text: 'Le banc existe-t-il en noyer ?' },
  ])
  await atelier.settle()

  const conversation = await newest()
  expect(conversation).toMatchObject({ kind: 'message', unread: true, messages: 1 })
  const replied = await camille.post<ConversationView>(
    `/conversations/${conversation.id}/replies`,
    {
      text: 'Oui, en six semaines.',
    },
  )
  expect(replied.status).toBe(201)
  await atelier.settle()

  const thread = await lea.read()
  expect(thread.messages).toMatchObject([
    { from: 'visitor', by: null },
    { from: 'company', by: 'Camille Morel', text: 'Oui, en six semaines.', id: null },
  ])
  const { body: seen } = await camille.get<ConversationView>(`/conversations/${conversation.id}`)
  expect(seen.thread.at(-1)?.delivery).toMatchObject({ state: 'published', trouble: null })
  expect(seen.firstReplyAt).not.toBeNull()
})

test('a message sent again after its answer was lost is kept once, here and in the inbox', async () => {
  const lea = visitor()
  const id = randomUUID()
  await Promise.all([
    lea.write('Deux fois', id),
    lea.write('Deux fois', id),
    lea.write('Deux fois', id),
  ])
  await atelier.settle()
  await lea.write('Deux fois', id)
  await atelier.settle()
  expect((await lea.read()).messages).toHaveLength(1)
  expect((await newest()).messages).toBe(1)
})

test('an answer that was written just before its worker died is found, not written twice', async () => {
  const lea = visitor()
  await lea.write('Êtes-vous ouverts dimanche ?')
  await atelier.settle()
  const { id } = await newest()
  await camille.post(`/conversations/${id}/replies`, { text: 'Oui, jusqu’à midi.' })
  await atelier.settle()
  // As a worker leaves it that was killed between the two: under way, and to be read back first.
  const { rows } = await sql<{ id: string }>`
    update deliveries set state = 'sending', must_confirm = true, remote_id = null, published_at = null,
      lease_until = now() - interval '10 years', lease_owner = gen_random_uuid(), due_at = '2026-01-01'
    where id = (select delivery_id from messages where conversation_id = ${id} and direction = 'out')
    returning id`.execute(atelier.desk.db)
  expect(rows).toHaveLength(1)
  await atelier.settle()
  expect((await lea.read()).messages.map(({ text }) => text)).toEqual([
    'Êtes-vous ouverts dimanche ?',
    'Oui, jusqu’à midi.',
  ])
  const { body } = await camille.get<ConversationView>(`/conversations/${id}`)
  expect(body.thread.at(-1)?.delivery?.state).toBe('published')
})

test('nobody reads a thread without its secret, and no page elsewhere may ask', async () => {
  const lea = visitor()
  await lea.write('C’est entre nous')
  expect((await visitor().read()).known).toBe(false)
  const bare = await fetch(`${origin}/w/${chat.id}/thread`)
  expect(bare.status).toBe(401)
  const elsewhere = await lea.ask('/thread/messages', {
    method: 'POST',
    headers: { origin: 'https://voleur.example', 'sec-fetch-site': 'cross-site' },
    body: { id: randomUUID(), text: 'Depuis ailleurs' },
  })
  expect(elsewhere.status).toBe(403)
  expect(elsewhere.headers.get('access-control-allow-origin')).toBeNull()
  // What is stored does not open it either.
  const { rows } = await sql<{ secretHash: string }>`select secret_hash from visit_threads`.execute(
    atelier.desk.db,
  )
  expect(JSON.stringify(rows)).not.toContain(lea.secret)
})

test('the frame is shown by the allowed addresses alone; the script shows nothing elsewhere', async () => {
  const frame = await fetch(`${origin}/w/${chat.id}/frame?lang=fr`)
  const policy = frame.headers.get('content-security-policy') ?? ''
  expect(policy).toContain(`frame-ancestors 'self' ${SHOP}`)
  expect(policy).not.toContain('unsafe-inline')
  const script = (referer: string) =>
    fetch(`${origin}/w/${chat.id}/widget.js`, { headers: { referer } }).then((answer) =>
      answer.text(),
    )
  expect(await script(`${SHOP}/bancs`)).toContain('attachShadow')
  expect(await script('https://copie.example/')).not.toContain('attachShadow')

  const { body: looks } = await camille.post<
    { what: string; state: string; next: string | null }[]
  >(`/channels/${chat.id}/examine`, {})
  const said = looks.map(({ what, next }) => `${what} ${next ?? ''}`).join('\n')
  expect(said).toContain(`Vue pour la dernière fois sur ${SHOP}`)
  expect(said).toContain('https://copie.example l’a demandée')
  const unknown = await fetch(`${origin}/w/${randomUUID()}/widget.js`)
  expect(unknown.status).toBe(404)
})

test('what is sent is text: marks stay marks, and too much is refused with what to do', async () => {
  const lea = visitor()
  const marks = '<img src=x onerror=alert(1)> & "co"'
  await lea.write(marks)
  expect((await lea.read()).messages[0]?.text).toBe(marks)
  expect((await lea.write('a'.repeat(2001))).status).toBe(422)
  expect((await lea.write('http://a.example '.repeat(6))).status).toBe(422)
  expect((await lea.write(' ')).status).toBe(422)
  const heavy = await lea.ask('/thread/messages', {
    method: 'POST',
    body: { id: randomUUID(), text: 'a'.repeat(60_000) },
  })
  expect(heavy.status).toBe(413)
})

test('a flood is braked by conversation and by address, and no address is kept', async () => {
  const lea = visitor()
  const statuses: number[] = []
  for (let n = 0; n < 31; n++) statuses.push((await lea.write(`Message ${n}`)).status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(30)
  expect(statuses.at(-1)).toBe(429)
  const others: number[] = []
  for (let n = 0; n < 40; n++) others.push((await visitor().write('Achetez')).status)
  expect(others.at(-1)).toBe(429)
  const { rows } = await sql`select encode(mark, 'escape') as mark from visit_marks`.execute(
    atelier.desk.db,
  )
  expect(JSON.stringify(rows)).not.toContain('127.0.0.1')
  atelier.clock.advance(11 * 60_000)
  await atelier.settle()
  expect((await visitor().write('Plus tard')).status).toBe(200)
})

test('a visitor says who they are after they wrote, and the inbox knows them by that name', async () => {
  atelier.clock.advance(11 * 60_000)
  const lea = visitor()
  const card = { id: randomUUID(), name: 'Léa Petit', email: 'lea@petit.example' }
  expect((await lea.ask('/thread/card', { method: 'POST', body: card })).status).toBe(404)
  await lea.write('Bonjour')
  expect((await lea.ask('/thread/card', { method: 'POST', body: card })).status).toBe(200)
  await lea.ask('/thread/card', { method: 'POST', body: card })
  await atelier.settle()
  const conversation = await newest()
  expect(conversation).toMatchObject({ messages: 2, contact: { name: 'Léa Petit' } })
  expect(conversation.excerpt).toBe('Léa Petit · lea@petit.example')
})

test('erased by its visitor, a thread is gone here and in the inbox, with its name; an answer then says so', async () => {
  atelier.clock.advance(11 * 60_000)
  const lea = visitor()
  await lea.write('Mon adresse est 3 rue des Lilas')
  const card = { id: randomUUID(), name: 'Léa Petit', email: '' }
  await lea.ask('/thread/card', { method: 'POST', body: card })
  await atelier.settle()
  const { id } = await newest()
  expect((await lea.ask('/thread', { method: 'DELETE' })).status).toBe(204)
  await atelier.settle()
  expect((await lea.read()).known).toBe(false)
  const { body } = await camille.get<ConversationView>(`/conversations/${id}`)
  expect(body.thread.map(({ text, forgotten }) => [text, forgotten])).toEqual([
    ['', true],
    ['', true],
  ])
  expect(body.contact.name).toMatch(/^web-/)
  await camille.post(`/conversations/${id}/replies`, { text: 'Merci !' })
  await atelier.settle()
  const { body: after } = await camille.get<ConversationView>(`/conversations/${id}`)
  expect(after.thread.at(-1)?.delivery).toMatchObject({ state: 'failed' })
  expect(after.thread.at(-1)?.delivery?.trouble).toContain('a effacé cette conversation')
})

test('Camille blocks a visitor, who can write no more and is told so, and gives the word back', async () => {
  atelier.clock.advance(11 * 60_000)
  const troll = visitor()
  await troll.write('Bande de nuls')
  await atelier.settle()
  const { id } = await newest()
  const { body: blocked } = await camille.patch(`/conversations/${id}`, { blocked: true })
  expect(blocked.blocked).toBe(true)
  expect((await troll.write('Encore moi')).status).toBe(403)
  expect(await troll.read()).toMatchObject({ known: true, ended: true })
  expect((await troll.read()).messages).toHaveLength(1)
  await camille.patch(`/conversations/${id}`, { blocked: false })
  expect((await troll.write('Pardon')).status).toBe(200)
  const { body: audit } = await camille.get('/audit?limit=5')
  expect(JSON.stringify(audit)).toContain('conversation.blocked')
})

test('what was said is forgotten after the days that were chosen, also once the chat is disconnected', async () => {
  const { body: short } = await connect({ name: 'Atelier, court', keepDays: '30' })
  const lea = visitor(short.id)
  await lea.write('À oublier')
  await atelier.settle()
  const { id } = await newest()
  await camille.delete(`/channels/${short.id}`)
  atelier.clock.advance(29 * 86_400_000)
  await atelier.settle()
  const early = await camille.get<ConversationView>(`/conversations/${id}`)
  expect(early.body.thread[0]?.text).toBe('À oublier')
  atelier.clock.advance(2 * 86_400_000)
  await atelier.settle()
  const late = await camille.get<ConversationView>(`/conversations/${id}`)
  expect(late.body.thread[0]).toMatchObject({ text: '', forgotten: true })
  const left = await sql`select from visit_threads where channel_id = ${short.id}`.execute(
    atelier.desk.db,
  )
  expect(left.rows).toEqual([])
})

test('an answer comes by the stream, after the last that was heard, and nothing again', async () => {
  const lea = visitor()
  await lea.write('Par le fil')
  await atelier.settle()
  const { id } = await newest()
  const [first] = (await lea.read()).messages
  const stream = await fetch(`${origin}/w/${chat.id}/thread/stream`, {
    headers: { ...lea.headers, 'last-event-id': String(first?.seq) },
  })
  expect(stream.headers.get('content-type')).toContain('text/event-stream')
  await camille.post(`/conversations/${id}/replies`, { text: 'Me voici' })
  await atelier.settle()
  let heard = ''
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader()
  while (reader && !heard.includes('event: message')) heard += (await reader.read()).value ?? ''
  expect(heard).toContain('Me voici')
  expect(heard).not.toContain('Par le fil')
  await reader?.cancel()
})

test('it takes no post, and is in no list of accounts to post by; the same name changes it', async () => {
  expect(chat.capabilities).toMatchObject({ publish: false, inbox: true })
  const { body: again } = await connect({ color: '#fff' })
  expect(again.id).toBe(chat.id)
  const style = await fetch(`${origin}/w/${chat.id}/frame.css`).then((answer) => answer.text())
  expect(style).toContain('--brand:#ffffff;--on-brand:#000000')
  const { body: renamed } = await camille.post<ChannelView>('/channels', {
    connectorId: 'web-chat',
    fields: { ...(await camille.get(`/channels/${chat.id}/embed`)).body.fields, name: 'Morel' },
  })
  expect(renamed).toMatchObject({ id: chat.id, handle: 'Morel' })
  const { body: embed } = await camille.get(`/channels/${chat.id}/embed`)
  expect(embed.line).toMatch(
    /^<script src="http.*\/w\/[0-9a-f-]{36}\/widget\.js" defer><\/script>$/,
  )
})

test('in the practice company it can be tried like any other', async () => {
  const { body: practice } = await camille.post<{ id: string }>('/practice', {})
  const there = camille.of(practice.id)
  const { status } = await there.post('/channels', {
    connectorId: 'web-chat',
    fields: { name: 'Essai', origins: SHOP, language: 'fr', keepDays: '30' },
  })
  expect(status).toBe(201)
})

function connect(fields: Record<string, string>) {
  return camille.post<ChannelView>('/channels', {
    connectorId: 'web-chat',
    fields: { name: 'Atelier Morel', origins: SHOP, language: 'page', keepDays: '90', ...fields },
  })
}

async function newest(): Promise<ConversationSummary> {
  const { body } = await camille.get<{ items: ConversationSummary[] }>(
    '/conversations?state=all&limit=1',
  )
  const [first] = body.items
  if (!first) throw new Error('no conversation')
  return first
}

interface Ask {
  method?: string
  headers?: Record<string, string>
  body?: object
}

/** Somebody on the website, with a browser of their own. */
function visitor(channelId = chat.id) {
  const secret = randomBytes(32).toString('base64url')
  const headers = { authorization: `Bearer ${secret}`, 'accept-language': 'fr' }
  const ask = (path: string, { method = 'GET', headers: more = {}, body }: Ask = {}) =>
    fetch(`${origin}/w/${channelId}${path}`, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}), ...more },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  return {
    secret,
    headers,
    ask,
    async write(text: string, id: string = randomUUID()) {
      const answer = await ask('/thread/messages', {
        method: 'POST',
        body: { id, text, language: 'fr' },
      })
      return { status: answer.status, body: (await answer.json()) as ThreadView }
    },
    read: async () => (await (await ask('/thread')).json()) as ThreadView,
  }
}
