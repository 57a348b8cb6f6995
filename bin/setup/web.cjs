'use strict'
const cp = require('child_process')
const fs = require('fs')
const path = require('path')
const { filesUnder, hashOf, read, write } = require('./files.cjs')
const { Stop, during } = require('./say.cjs')

/** Whether the built web part is that of the present sources. */
function hasWeb(root) {
  return !hasSources(root) || read(stampFile(root)) === stampOf(root)
}

async function ensureWeb(root, node) {
  if (hasWeb(root)) return
  // taken before the build: what is changed meanwhile is built next time
  const stamp = stampOf(root)
  const step = { en: 'Building the web interface', fr: 'Construction de l’interface web' }
  await during(step, () => build(root, node))
  write(stampFile(root), stamp)
}

function build(root, node) {
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const env = Object.assign({}, process.env, { NODE_ENV: 'production' })
  const options = { cwd: root, env, stdio: ['ignore', 2, 2] }
  return new Promise((resolve, reject) => {
    const child = cp.spawn(node, [vite, 'build', '--logLevel', 'warn'], options)
    child.on('error', reject)
    child.on('close', (status) => (status === 0 ? resolve() : reject(notBuilt())))
  })
}

function hasSources(root) {
  return fs.existsSync(path.join(root, 'src', 'web', 'index.html'))
}

function stampFile(root) {
  return path.join(root, 'dist', '.web-stamp')
}

/** All that goes into the web part: its folder, what connectors give to it, and how it is built. */
function stampOf(root) {
  const folders = ['src/web', 'src/connectors', 'src/domain'].map((folder) =>
    path.join(root, folder),
  )
  const built = ['package-lock.json', 'vite.config.ts', 'lingui.config.ts', 'src/platform/text.ts']
  const sources = filesUnder(folders, (name) => !/\.test\.tsx?$/.test(name)).filter(goesToWeb)
  return hashOf(root, sources.concat(built.map((name) => path.join(root, name))))
}

/** Of modules, their api.ts; of connectors, all but fixtures. */
function goesToWeb(file) {
  const place = file.split(path.sep).join('/')
  if (place.includes('/src/domain/')) return place.endsWith('/api.ts')
  return !place.includes('/fixtures/')
}

function notBuilt() {
  return new Stop({
    en: 'The web interface could not be built; the reason is above.',
    fr: 'L’interface web n’a pas pu être construite ; la raison figure ci-dessus.',
  })
}

module.exports = { ensureWeb, hasWeb }
