'use strict'
const fs = require('fs')
const { read } = require('./files.cjs')
const { Stop, say } = require('./say.cjs')

/**
 * Runs `work` while no other process on this machine does so with the same lock file: two starts
 * on one clone must not write node_modules together. A lock left by a killed process is taken over.
 */
async function withLock(file, work) {
  const token = `${process.pid} ${Date.now()}`
  await take(file, token)
  const release = () => {
    if (read(file) === token) fs.rmSync(file, { force: true })
  }
  process.on('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.removeListener('exit', release)
  }
}

async function take(file, token) {
  for (let waits = 0; !create(file, token); waits++) {
    const holder = read(file)
    if (!isHeld(holder)) {
      // removed only if it still is the one that was judged
      if (read(file) === holder) fs.rmSync(file, { force: true })
      continue
    }
    if (waits === 0) sayWaiting(holder)
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
}

function create(file, token) {
  try {
    fs.writeFileSync(file, token, { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw new Stop({
      en: `This folder cannot be written (${error.code}): ${file}. Run Vigie as its owner.`,
      fr: `Ce dossier n’est pas accessible en écriture (${error.code}) : ${file}. Lancez Vigie sous le compte de son propriétaire.`,
    })
  }
}

/** Whether the process that wrote `holder` still runs, and is one of ours. */
function isHeld(holder) {
  const pid = Number(holder.split(' ')[0])
  if (!pid || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (error.code !== 'EPERM') return false
  }
  // after a restart the number may belong to anything; where the system tells what it runs, ask
  const command = read(`/proc/${pid}/cmdline`)
  return command === '' || command.includes('node')
}

function sayWaiting(holder) {
  const pid = holder.split(' ')[0]
  say({
    en: `Another set-up of this folder is under way (process ${pid}); waiting for it.`,
    fr: `Une autre installation de ce dossier est en cours (processus ${pid}) ; on l’attend.`,
  })
}

module.exports = { isHeld, withLock }
