'use strict'
const cp = require('child_process')
const path = require('path')

const WATCH_MS = 500

/**
 * Runs the program, passes signals on to it, and ends as it ends.
 */
function launch(node, args, cwd) {
  const env = Object.assign({}, process.env)
  env.PATH = path.dirname(node) + path.delimiter + (env.PATH || '')
  const flags = ['--disable-warning=ExperimentalWarning']
  const child = cp.spawn(node, flags.concat(args), { cwd, env, stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  if (process.env.npm_lifecycle_event) followParent(() => child.kill('SIGTERM'))
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (!signal) return process.exit(code === null ? 1 : code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** npm, when it is told to end, ends its shell but not what that shell runs. */
function followParent(onGone) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    onGone()
  }, WATCH_MS)
  watch.unref()
}

module.exports = { launch }
