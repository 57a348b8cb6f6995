'use strict'
const cp = require('child_process')
const fs = require('fs')
const path = require('path')
const { read } = require('./files.cjs')
const { runNpm } = require('./npm.cjs')
const { Stop, during } = require('./say.cjs')

const OLDEST = 24

/**
 * A Node recent enough that is already here: the one named by VIGIE_NODE, the one running now, or
 * the one brought by an earlier start.
 * @returns {string | undefined}
 */
function readyNode(
  root,
  { env = process.env, version = process.version, self = process.execPath } = {},
) {
  if (env.VIGIE_NODE) return checked(env.VIGIE_NODE)
  if (major(version) >= OLDEST) return self
  return broughtNode(path.join(root, 'tools', 'runtime'))
}

/** The same, brought first if need be: the platform's package of Node, pinned by a lock file. */
async function ensureNode(root) {
  const ready = readyNode(root)
  if (ready) return ready
  const folder = path.join(root, 'tools', 'runtime')
  const step = {
    en: `Bringing Node ${OLDEST} for this folder only (this machine has ${process.version}; about 50 MB, once)`,
    fr: `Téléchargement de Node ${OLDEST} pour ce seul dossier (cette machine a ${process.version} ; 50 Mo environ, une seule fois)`,
  }
  return during(step, async () => {
    await runNpm(process.execPath, ['ci', '--include=optional'], folder)
    const brought = broughtNode(folder)
    if (brought) return brought
    throw isOffered(folder) ? notBrought() : notOffered()
  })
}

function broughtNode(folder) {
  const program = process.platform === 'win32' ? 'node.exe' : 'node'
  return offered(folder)
    .map((name) => path.join(folder, 'node_modules', name))
    .filter(
      (place) =>
        major(JSON.parse(read(path.join(place, 'package.json')) || '{}').version) >= OLDEST,
    )
    .map((place) => path.join(place, 'bin', program))
    .find((file) => fs.existsSync(file) && runs(file))
}

/** The packages of Node, one for each system, of which npm installs the one that fits. */
function offered(folder) {
  const manifest = JSON.parse(read(path.join(folder, 'package.json')) || '{}')
  return Object.keys(manifest.optionalDependencies || {})
}

function isOffered(folder) {
  const system = process.platform === 'win32' ? 'win' : process.platform
  return offered(folder).some((name) => name.endsWith(`-${system}-${process.arch}`))
}

/** npm may have installed what this system cannot run: a glibc program on Alpine. */
function runs(file) {
  return cp.spawnSync(file, ['--version']).status === 0
}

/** npm does not mind when an optional package cannot be had, so nothing tells why. */
function notBrought() {
  return new Stop({
    en: `Node ${OLDEST} could not be downloaded, or does not run here (${process.platform}-${process.arch}). If the npm registry cannot be reached, check the network, the proxy or “npm config get registry”; else install Node ${OLDEST} or newer (https://nodejs.org). Then run this again.`,
    fr: `Node ${OLDEST} n’a pas pu être téléchargé, ou ne fonctionne pas ici (${process.platform}-${process.arch}). Si le registre npm est injoignable, vérifiez le réseau, le proxy ou « npm config get registry » ; sinon, installez Node ${OLDEST} ou plus récent (https://nodejs.org). Relancez ensuite cette commande.`,
  })
}

function notOffered() {
  return new Stop({
    en: `There is no Node ${OLDEST} to bring for ${process.platform}-${process.arch}. Install Node ${OLDEST} or newer (https://nodejs.org), then run this again.`,
    fr: `Aucun Node ${OLDEST} n’est fourni pour ${process.platform}-${process.arch}. Installez Node ${OLDEST} ou plus récent (https://nodejs.org), puis relancez cette commande.`,
  })
}

function checked(file) {
  const { status, stdout } = cp.spawnSync(file, ['--version'], { encoding: 'utf8' })
  if (status === 0 && major(stdout) >= OLDEST) return file
  throw new Stop({
    en: `VIGIE_NODE must be the path of Node ${OLDEST} or newer; it is “${file}”.`,
    fr: `VIGIE_NODE doit être le chemin de Node ${OLDEST} ou plus récent ; sa valeur est « ${file} ».`,
  })
}

function major(version) {
  const digits = /^v?(\d+)\./.exec(String(version).trim())
  return digits ? Number(digits[1]) : 0
}

module.exports = { ensureNode, readyNode }
