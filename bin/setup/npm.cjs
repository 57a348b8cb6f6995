'use strict'
const cp = require('child_process')
const fs = require('fs')
const path = require('path')
const { Stop } = require('./say.cjs')

/** What npm and npm scripts leave in the environment that would bend an installation of ours. */
const MISLEADING =
  /^(npm_(package|lifecycle)_|npm_config_(prefix|local_prefix|global_prefix|global|omit|production|only|include|node_version|ignore_scripts|engine_strict|package_lock_only|dry_run)$|INIT_CWD$|NODE_ENV$)/i

const MOST_LINES = 15

/** The codes of Node and npm for a registry that does not answer or cannot be trusted. */
const UNREACHABLE =
  /\b(E(NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|NETUNREACH|HOSTUNREACH)|ERR_SOCKET_TIMEOUT|UNABLE_TO_\w+|\w*SELF_SIGNED\w*|CERT_\w+)\b/

/**
 * Runs npm under the given Node, so that it judges packages by that one. Packages' own scripts
 * never run: none of ours needs them, and some would compile.
 * @throws Stop when it fails, with a sentence of its own when the registry cannot be reached
 */
async function runNpm(node, args, cwd) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const patience = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=2000']
  const all = args.concat(quiet, patience)
  const cli = npmProgram()
  const options = { cwd, env: npmEnv(process.env, node), stdio: ['ignore', 'ignore', 'pipe'] }
  const child = cli
    ? cp.spawn(node, [cli].concat(all), options)
    : cp.spawn('npm', all, Object.assign({ shell: process.platform === 'win32' }, options))
  const { status, output } = await ended(child)
  if (status !== 0) throw failure(output)
}

/** npm's entry file, beside the Node that runs now or named by the npm that started us. */
function npmProgram() {
  const here = path.dirname(process.execPath)
  const places = [
    process.env.npm_execpath,
    path.join(here, '../lib/node_modules/npm/bin/npm-cli.js'),
    path.join(here, 'node_modules/npm/bin/npm-cli.js'),
    path.join(here, '../share/nodejs/npm/bin/npm-cli.js'),
  ]
  return places.find((file) => file && /npm-cli\.c?js$/.test(file) && fs.existsSync(file))
}

function npmEnv(env, node) {
  const kept = Object.entries(env).filter(([name]) => !MISLEADING.test(name))
  return Object.assign(Object.fromEntries(kept), {
    PATH: path.dirname(node) + path.delimiter + (env.PATH || ''),
    npm_config_engine_strict: 'false',
  })
}

function ended(child) {
  return new Promise((resolve) => {
    let output = ''
    child.stderr.setEncoding('utf8')
    child.stderr.on('data', (part) => (output += part))
    child.on('error', (error) => resolve({ status: 1, output: String(error) }))
    child.on('close', (status) => resolve({ status, output }))
  })
}

function failure(output) {
  const detail = reasonIn(output)
  if (UNREACHABLE.test(detail)) {
    return new Stop({
      en: `${detail}\nThe npm registry cannot be reached from here. Check the network, the proxy or “npm config get registry”, then run this again: only the first run needs it.`,
      fr: `${detail}\nLe registre npm est injoignable d’ici. Vérifiez le réseau, le proxy ou « npm config get registry », puis relancez cette commande : seul le premier lancement en a besoin.`,
    })
  }
  return new Stop({
    en: `${detail}\nThe installation did not succeed; npm gives the reason above.`,
    fr: `${detail}\nL’installation n’a pas abouti ; npm en donne la raison ci-dessus.`,
  })
}

/** npm says why first, then prints its manual. */
function reasonIn(output) {
  const [reason] = output.split(/npm error\s*\n(?=npm error Clean install)/)
  return reason.trim().split('\n').slice(0, MOST_LINES).join('\n')
}

module.exports = { npmEnv, runNpm }
