'use strict'
const cp = require('child_process')
const path = require('path')
const { pathToFileURL } = require('url')
const { hashOf, read, write } = require('./files.cjs')
const { runNpm } = require('./npm.cjs')
const { during } = require('./say.cjs')

/**
 * Whether node_modules holds what the lock file says.
 * @param {string} root
 * @param {boolean} withTools whether development packages count
 */
function hasDependencies(root, withTools) {
  if (read(stampFile(root)) === stampOf(root)) return true
  // installed by somebody's own `npm install`, or without development packages in an image
  return holdsLock(root, withTools)
}

async function ensureDependencies(root, node, withTools) {
  if (!hasDependencies(root, withTools)) {
    const step = { en: 'Installing dependencies', fr: 'Installation des dépendances' }
    const args = ['ci', '--include=dev', '--include=optional']
    await during(step, () => runNpm(node, args, root))
    linkDatabase(root, node)
  }
  if (withTools) write(stampFile(root), stampOf(root))
}

/** The database's libraries need links that its package would make by a script; made now, while we may write. */
function linkDatabase(root, node) {
  const file = pathToFileURL(path.join(root, 'src/platform/postgres/binaries.ts'))
  const script = `import('${file}').then((binaries) => binaries.findBinaries()).catch(() => {})`
  cp.spawnSync(node, ['--disable-warning=ExperimentalWarning', '-e', script], { cwd: root })
}

function stampFile(root) {
  return path.join(root, 'node_modules', '.vigie-stamp')
}

function stampOf(root) {
  const lock = hashOf(root, [path.join(root, 'package-lock.json')])
  return `${lock} ${process.platform}-${process.arch}\n`
}

/** Compares npm's own list of what it installed with the lock file. */
function holdsLock(root, withTools) {
  const wanted = packagesIn(path.join(root, 'package-lock.json'))
  const present = packagesIn(path.join(root, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === '' || (entry.dev && !withTools)) return true
    const found = present[place]
    if (found) return found.version === entry.version && found.integrity === entry.integrity
    return Boolean(entry.optional || entry.devOptional) && !isForHere(entry)
  })
}

/** Packages for one system only carry `os` and `cpu`; other optional ones may be left out freely. */
function isForHere(entry) {
  if (!entry.os && !entry.cpu) return false
  const libc = process.platform === 'linux' && entry.libc ? entry.libc.includes(libcHere()) : true
  return allows(entry.os, process.platform) && allows(entry.cpu, process.arch) && libc
}

function allows(list, name) {
  if (!list) return true
  if (list.includes(`!${name}`)) return false
  return list.includes(name) || list.every((item) => item.startsWith('!'))
}

function libcHere() {
  const report = process.report && process.report.getReport()
  return report && report.header.glibcVersionRuntime ? 'glibc' : 'musl'
}

function packagesIn(file) {
  try {
    return JSON.parse(read(file)).packages
  } catch {
    return undefined
  }
}

module.exports = { ensureDependencies, hasDependencies }
