import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { chosenAccounts } from './accounts.mjs'
import { deskAt, keepDesk, openDesk, Usage } from './desk.mjs'
import { accountLine, postLine, postStory } from './print.mjs'
import { readSecret } from './read-secret.mjs'

/** Every command: how it is called, its options, and what it does. */
export const COMMANDS = {
  login: { usage: 'ADDRESS', options: {}, run: login },
  accounts: { usage: '', options: {}, run: accounts },
  post: {
    usage: 'TEXT [--by ACCOUNT] [--at TIME | --now] [--image FILE --alt TEXT]',
    options: {
      by: { type: 'string', multiple: true },
      at: { type: 'string' },
      zone: { type: 'string' },
      now: { type: 'boolean' },
      image: { type: 'string', multiple: true },
      alt: { type: 'string', multiple: true },
      key: { type: 'string' },
    },
    run: post,
  },
  posts: {
    usage: '[--from DAY --to DAY]',
    options: { from: { type: 'string' }, to: { type: 'string' } },
    run: posts,
  },
  show: { usage: 'POST', options: {}, run: show },
  move: { usage: 'POST TIME', options: {}, run: move },
  cancel: { usage: 'POST', options: {}, run: cancel },
  retry: { usage: 'DELIVERY', options: {}, run: retry },
}

async function login({ args: [url], terminal, words }) {
  if (!url || !URL.canParse(url)) throw new Usage(words.noAddress)
  const key = await readSecret(terminal, words.askKey)
  if (!key) throw new Usage(words.noKey)
  // A key that does not work is not kept.
  await deskAt(url, key, terminal.env).get('/channels')
  const file = await keepDesk(terminal.env, { url, key })
  terminal.out(words.kept(new URL(url).host, file))
}

async function accounts({ options, terminal }) {
  const list = await (await openDesk(terminal)).get('/channels')
  print(options, terminal, list, () => list.map(accountLine))
}

async function post({ args, options, terminal, words }) {
  const text = args.join(' ')
  if (!text && !options.image) throw new Usage(words.noText)
  if (options.at && options.now) throw new Usage(words.bothTimes)
  const desk = await openDesk(terminal)
  const variants = await chosenAccounts(desk, options.by ?? [], words)
  const mediaIds = await sendPictures(desk, options)
  const keyed = options.key ? { 'idempotency-key': options.key } : {}
  const draft = await desk.post('/posts', { text, mediaIds, variants }, keyed)
  if (!options.at && !options.now) {
    return print(options, terminal, draft, () => [words.draft(draft.id)])
  }
  const when = {
    version: draft.version,
    ...(options.at ? { wallTime: options.at } : {}),
    ...(options.zone ? { timeZone: options.zone } : {}),
  }
  const scheduled = await desk.post(`/posts/${draft.id}/schedule`, when, keyed)
  return print(options, terminal, scheduled, () => postStory(scheduled))
}

async function sendPictures(desk, { image: files = [], alt: alts = [] }) {
  const ids = []
  for (const [i, file] of files.entries()) {
    const form = new FormData()
    form.append('file', new Blob([await bytesOf(file)]), path.basename(file))
    const { id } = await desk.post('/media', form)
    if (alts[i]) await desk.patch(`/media/${id}`, { alt: alts[i] })
    ids.push(id)
  }
  return ids
}

async function bytesOf(file) {
  try {
    return await readFile(file)
  } catch (error) {
    throw new Usage(`${file}: ${error.code}`)
  }
}

async function posts({ options, terminal }) {
  const { from, to } = options
  const range =
    from && to
      ? `?from=${encodeURIComponent(new Date(from).toISOString())}&to=${encodeURIComponent(endOf(to))}`
      : ''
  const list = await (await openDesk(terminal)).get(`/posts${range}`)
  print(options, terminal, list, () => list.map(postLine))
}

/** The last day is meant whole. */
const endOf = (day) => new Date(new Date(day).getTime() + 24 * 3_600_000).toISOString()

async function show({ args: [id], options, terminal, words }) {
  if (!id) throw new Usage(words.noTarget)
  const found = await (await openDesk(terminal)).get(`/posts/${id}`)
  print(options, terminal, found, () => postStory(found))
}

async function move({ args: [id, wallTime], options, terminal, words }) {
  if (!id) throw new Usage(words.noTarget)
  if (!wallTime) throw new Usage(words.noTime)
  const desk = await openDesk(terminal)
  const { version } = await desk.get(`/posts/${id}`)
  const moved = await desk.post(`/posts/${id}/move`, { wallTime, version })
  print(options, terminal, moved, () => postStory(moved))
}

async function cancel({ args: [id], terminal, words }) {
  if (!id) throw new Usage(words.noTarget)
  await (await openDesk(terminal)).delete(`/posts/${id}`)
  terminal.out(words.cancelled)
}

async function retry({ args: [id], options, terminal, words }) {
  if (!id) throw new Usage(words.noTarget)
  const delivery = await (await openDesk(terminal)).post(`/deliveries/${id}/retry`, {})
  print(options, terminal, delivery, () => [`${delivery.state} · ${delivery.id}`])
}

function print({ json }, { out }, value, lines) {
  out(json ? JSON.stringify(value, null, 2) : lines().join('\n'))
}
