import { openEmbedded } from './embedded.ts'

/*
 * A desk as another process: opens the database of the folder on its command line, says how, and
 * leaves when told to end.
 */
const desk = await openEmbedded(process.argv[2] ?? '', { durable: false })
process.stdout.write(`${JSON.stringify({ reused: desk.reused, url: desk.url })}\n`)
process.on('SIGTERM', () => {
  void desk.stop().then((stopped) => {
    process.stdout.write(`${JSON.stringify({ stopped })}\n`)
    process.exit(0)
  })
})
setInterval(() => {}, 1_000)
