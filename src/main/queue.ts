import {
  giveUpParked,
  parkedReasons,
  tryParkedAgain,
  wantParkedAgain,
} from '#domain/listening/index.ts'
import { type Database, openDatabase, openPool } from '#platform/db/database.ts'
import { createLog } from '#platform/log.ts'
import { openQueue } from '#platform/queue/open-queue.ts'
import { type Queue, QueueAway, QueueRefused } from '#platform/queue/queue.ts'
import { preferredLanguage, say, type Text } from '#platform/text.ts'
import { ConfigError, readConfig } from './config.ts'
import { openDeskDatabase } from './open-database.ts'

const language = preferredLanguage((process.env['LC_ALL'] ?? process.env['LANG'])?.slice(0, 2))
const tell = (text: Text, params: Record<string, string | number> = {}) =>
  process.stdout.write(`${say(text, language, params)}\n`)

const how: Text = {
  en: 'queue: how much waits between collecting and keeping, and what was set aside and why. queue again: tries again what was set aside. queue forget: gives it up.',
  fr: 'queue : ce qui attend entre la collecte et la garde, ce qui a été mis de côté et pourquoi. queue again : y remet ce qui a été mis de côté. queue forget : y renonce.',
}
const none: Text = {
  en: 'No queue is configured (VIGIE_NATS_URL): each process keeps what it collects.',
  fr: 'Aucune file n’est configurée (VIGIE_NATS_URL) : chaque processus garde ce qu’il collecte.',
}
const waiting: Text = {
  en: 'Waiting: {waiting} messages, {megabytes} MB, of which {inHand} in the hands of listeners.',
  fr: 'En attente : {waiting} messages, {megabytes} Mo, dont {inHand} entre les mains des processus d’écoute.',
}
const nothingAside: Text = { en: 'Nothing is set aside.', fr: 'Rien n’est mis de côté.' }
const aside: Text = {
  en: '{count} set aside since {since}: {reason}\n  the oldest: {example}',
  fr: '{count} de côté depuis le {since} : {reason}\n  le plus ancien : {example}',
}
const back: Text = { en: '{count} put back into the queue.', fr: '{count} remis dans la file.' }
const soon: Text = {
  en: '{count} will be tried again as soon as a worker is running.',
  fr: '{count} seront repris dès qu’un processus de travail tourne.',
}
const gone: Text = { en: '{count} given up.', fr: '{count} abandonnés.' }
const away: Text = { en: 'The queue: {why}.', fr: 'La file : {why}.' }

/** `queue [again | forget]`: ends with 1 when the queue is away, 2 when nobody can tell what is wanted. */
async function run([command = 'show', ...rest]: string[]): Promise<number> {
  if (!['show', 'again', 'forget'].includes(command) || rest.length > 0) {
    tell(how)
    return 2
  }
  const config = readConfig(process.env)
  const queue = await openQueue(config.queue, createLog({ level: 'error' }))
  const { database, stop } = await openDeskDatabase(config)
  const pool = openPool(database, 2)
  try {
    return await act(command, openDatabase(pool), queue)
  } finally {
    await queue?.close()
    await pool.end()
    await stop()
  }
}

async function act(command: string, db: Database, queue: Queue | undefined): Promise<number> {
  if (command === 'forget') tell(gone, { count: await giveUpParked(db) })
  else if (command === 'again' && queue) tell(back, { count: await tryParkedAgain(db, queue) })
  else if (command === 'again') tell(soon, { count: await wantParkedAgain(db) })
  else if (!queue) tell(none)
  else {
    const { bytes, ...load } = await queue.load()
    tell(waiting, { ...load, megabytes: (bytes / 1e6).toFixed(1) })
  }
  if (command === 'show') await showParked(db)
  return 0
}

async function showParked(db: Database): Promise<void> {
  const reasons = await parkedReasons(db)
  if (reasons.length === 0) tell(nothingAside)
  for (const { reason, count, since, example } of reasons) {
    const params = { count, since: since.toISOString(), reason: reason[language] }
    // As others wrote it: no control characters on a terminal.
    tell(aside, { ...params, example: JSON.stringify(example) })
  }
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof ConfigError) error.sentences.forEach((sentence) => tell(sentence))
  else if (error instanceof QueueAway) tell(away, { why: error.why[language] })
  else if (error instanceof QueueRefused) tell(away, { why: error.text[language] })
  else process.stdout.write(`${String(error)}\n`)
  process.exitCode = 1
}
