import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'

import { tail } from './run-to-end.ts'
import { MachineCannot, type ProgramOptions, type RunningProgram } from './test-server.ts'

const LOG_LINES = 400
const GRACE_SECONDS = 5

/**
 * Starts a program under a small shell that watches our end of a pipe. When the pipe closes,
 * because we stop it or because this process died in any way, the shell stops the program, kills
 * it 5 s later if it lingers, and removes `folder`. Resolves once `isReady` says so; throws with
 * the tail of the log when the program ends first or takes too long.
 */
export async function startProgram(
  options: ProgramOptions,
  folder: string,
): Promise<RunningProgram & { stop(): Promise<void> }> {
  const child = spawnWatched(options, folder)
  const log = keepLog(child)
  const program = { pid: child.pid ?? 0, log, stop: () => stop(child) }
  try {
    await untilReady(program, child, options)
  } catch (error) {
    await program.stop()
    throw error
  }
  return program
}

// The program is a child of the shell, not the shell itself: its pid cannot be given to another
// process before the shell has waited for it, so the watcher never signals a stranger. The shell
// itself writes nothing: our end of its outputs may be gone, and that would kill it half-way.
const WATCHDOG = `
signal=$1 grace=$2 folder=$3; shift 3
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
exec >/dev/null 2>&1
(
  cat <&3
  kill -s "$signal" $program
  sleep "$grace"
  kill -s KILL $program
) &
watcher=$!
wait $program; code=$?
kill $watcher 2>/dev/null
trap '' TERM
kill -s TERM -- -$$ 2>/dev/null
rm -rf "$folder"
exit $code
`

function spawnWatched(options: ProgramOptions, folder: string): ChildProcess {
  if (process.platform === 'win32') {
    throw new MachineCannot('Test servers need a POSIX shell: they run on Linux and macOS.')
  }
  const watched = [options.stopSignal ?? 'TERM', String(GRACE_SECONDS), folder, options.command]
  const child = spawn('/bin/sh', ['-c', WATCHDOG, 'watchdog', ...watched, ...options.args], {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
    // Its own group: Ctrl-C reaches us only, and we stop it in order.
    detached: true,
    ...options.account,
  })
  child.stdin?.on('error', () => {})
  child.unref()
  return child
}

function keepLog(child: ChildProcess): () => string {
  let text = ''
  const keep = (chunk: Buffer) => {
    text = tail(text + chunk.toString(), LOG_LINES) + (chunk.at(-1) === 0x0a ? '\n' : '')
  }
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', keep)
    unreference(stream)
  }
  unreference(child.stdin)
  return () => text
}

/** A running server must not keep a finished test process alive. */
function unreference(stream: unknown): void {
  ;(stream as { unref?: () => void } | null)?.unref?.()
}

async function untilReady(
  program: RunningProgram,
  child: ChildProcess,
  options: ProgramOptions,
): Promise<void> {
  const deadline = performance.now() + (options.bootSeconds ?? 60) * 1000
  const fail = (why: string) =>
    new Error(`${options.command} ${why}. Its log ends with:\n${tail(program.log(), 40)}`)
  while (!(await options.isReady(program))) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw fail(`ended with ${child.exitCode ?? child.signalCode} while starting`)
    }
    if (performance.now() > deadline) throw fail('did not answer in time')
    await wait(25)
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  const ended = once(child, 'exit')
  child.stdin?.destroy()
  await ended
}
