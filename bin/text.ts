import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { readSignals } from '#domain/listening/signals/index.ts'

/**
 * One post per line in, one line of JSON out, in the same order: `language`, `sentiment`, `confidence`, `intents`, `risks`
 * and `words`, those of the post that decided. An empty line is answered too, so that line n answers line n. Bytes that
 * are no UTF-8 are read as U+FFFD. `--lang fr` says which language to suppose where a post leaves doubt.
 */
const { values } = parseArgs({ options: { lang: { type: 'string' }, help: { type: 'boolean' } } })
if (values.help) {
  process.stdout.write(
    'bin/text [--lang fr|en] < posts.txt > signals.jsonl\n' +
      'One post per line in; one line of JSON out for each: language, sentiment, confidence, intents, risks, words.\n',
  )
  process.exit(0)
}
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? 0 : 1),
)
let waiting: string[] = []
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  waiting.push(JSON.stringify(readSignals(line, values.lang)))
  if (waiting.length >= 256) await flush()
}
await flush()

/** Writes what waits, and waits for whoever reads us. */
async function flush(): Promise<void> {
  const block = waiting.map((line) => `${line}\n`).join('')
  waiting = []
  if (block !== '' && !process.stdout.write(block)) await once(process.stdout, 'drain')
}
