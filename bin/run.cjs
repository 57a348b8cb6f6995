#!/usr/bin/env node
// Runs any command of this project from a fresh clone: finds or brings a recent Node, installs
// what is missing, builds the web part if it changed, then hands over. Node's own modules and old
// syntax only: this file must run on Node 18 with nothing installed.
'use strict'
const path = require('path')
const { ensureDependencies, hasDependencies } = require('./setup/dependencies.cjs')
const { launch } = require('./setup/launch.cjs')
const { withLock } = require('./setup/lock.cjs')
const { ensureNode, readyNode } = require('./setup/node.cjs')
const { Stop, say } = require('./setup/say.cjs')
const { ensureWeb, hasWeb } = require('./setup/web.cjs')

const root = path.resolve(__dirname, '..')

/**
 * `web`: needs the built web part. `tools`: needs development packages. `here`: paths on its
 * command line are relative to where the person is.
 */
const COMMANDS = {
  start: { run: ['src/main/start.ts'], web: true },
  dev: { run: ['--watch', 'src/main/start.ts'], web: true, tools: true },
  test: { run: ['bin/test.ts'], web: true, tools: true },
  check: { run: ['bin/check.ts'], web: true, tools: true },
  bench: { run: ['bench/run.ts'], web: true, tools: true },
  migrate: { run: ['src/main/migrate.ts'] },
  backup: { run: ['src/main/backup.ts'], here: true },
  audit: { run: ['src/main/audit.ts'] },
  queue: { run: ['src/main/queue.ts'] },
  restore: { run: ['src/main/restore.ts'], here: true },
  text: { run: ['bin/text.ts'] },
  networks: { run: ['bin/networks.ts'], tools: true, here: true },
  'new-connector': { run: ['bin/new-connector.ts'], tools: true },
}

main(process.argv[2], process.argv.slice(3)).catch((error) => {
  say(error instanceof Stop ? error.words : { en: String(error && error.stack) })
  process.exit(1)
})

async function main(name, rest) {
  const command = Object.prototype.hasOwnProperty.call(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) throw unknown(name)
  const node =
    ready(command) || (await withLock(path.join(root, '.setup-lock'), () => prepare(command)))
  const args = command.run.map((part) => (part.startsWith('-') ? part : path.join(root, part)))
  launch(node, args.concat(rest), command.here ? process.env.INIT_CWD || process.cwd() : root)
}

/** The Node to run with when there is nothing to do: what every start but the first takes. */
function ready(command) {
  const node = readyNode(root)
  const web = !command.web || hasWeb(root)
  return node && web && hasDependencies(root, Boolean(command.tools)) ? node : undefined
}

async function prepare(command) {
  const node = await ensureNode(root)
  const mustBuild = command.web && !hasWeb(root)
  await ensureDependencies(root, node, Boolean(command.tools || mustBuild))
  if (command.web) await ensureWeb(root, node)
  return node
}

function unknown(name) {
  const list = Object.keys(COMMANDS).join(', ')
  return new Stop({
    en: name ? `Unknown command “${name}”. There are: ${list}.` : `Say what to run: ${list}.`,
    fr: name
      ? `Commande inconnue « ${name} ». Les commandes sont : ${list}.`
      : `Indiquez la commande à lancer : ${list}.`,
  })
}
