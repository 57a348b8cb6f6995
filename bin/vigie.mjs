#!/usr/bin/env node
// The desk from a terminal: Node's own modules only, so that it runs as it is on any Node from 20 on.
import { run } from './cli/run.mjs'

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  out: (text) => process.stdout.write(`${text}\n`),
  err: (text) => process.stderr.write(`${text}\n`),
  input: process.stdin,
})
