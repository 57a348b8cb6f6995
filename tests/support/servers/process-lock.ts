import { closeSync, mkdirSync, openSync, readFileSync, statSync, unlinkSync } from 'node:fs'
import { utimesSync, writeSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const BEAT_MS = 5_000
const STALE_MS = 30_000

/**
 * Runs `work` while holding a lock file, so that two runs of the tests do not fetch the same
 * thing twice. The holder touches the file every 5 s; a lock whose holder is dead, or silent for
 * 30 s, is taken over. What is done under it must stay correct when it is done twice.
 */
export async function withProcessLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(path), { recursive: true })
  while (!take(path)) {
    if (isAbandoned(path)) removeQuietly(path)
    else await wait(100)
  }
  const beat = setInterval(() => touch(path), BEAT_MS)
  beat.unref()
  try {
    return await work()
  } finally {
    clearInterval(beat)
    removeQuietly(path)
  }
}

function take(path: string): boolean {
  try {
    const file = openSync(path, 'wx')
    writeSync(file, JSON.stringify({ pid: process.pid, host: hostname() }))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function isAbandoned(path: string): boolean {
  try {
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) return true
    const holder = JSON.parse(readFileSync(path, 'utf8')) as { pid: number; host: string }
    return holder.host === hostname() && !isAlive(holder.pid)
  } catch {
    // Just released, or still being written: ask again.
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date())
  } catch {
    // Taken over after a long pause of this process: the work is safe to do twice.
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {
    // Someone else removed it first.
  }
}
