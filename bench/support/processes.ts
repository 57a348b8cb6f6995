import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import net from 'node:net'

/** A TCP port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as net.AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Starts a command, and measures the seconds until `url` answers 200. */
export async function startUntil(
  url: string,
  command: string,
  args: string[],
  options: { cwd: string; env: Record<string, string>; patience?: number },
): Promise<{ seconds: number; child: ChildProcess; stop(): Promise<void> }> {
  const began = performance.now()
  const env = { ...process.env, ...options.env }
  const child = spawn(command, args, {
    cwd: options.cwd,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const end = began + (options.patience ?? 300) * 1000
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}`)
    if (performance.now() > end) throw new Error(`${url} did not answer in time`)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  const seconds = (performance.now() - began) / 1000
  return { seconds, child, stop: () => stopTree(child) }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    (response) => response.ok,
    () => false,
  )
}

async function stopTree(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
  await new Promise((resolve) => setTimeout(resolve, 1500))
}

/** Megabytes of memory (PSS, shared pages shared out) of a process and all it started; Linux only, else null. */
export function memoryOf(pid: number | undefined): number | null {
  if (!pid || process.platform !== 'linux') return null
  const pids = withChildren(pid)
  const sizes = pids.map((one) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0),
  )
  return sizes.reduce((sum, kB) => sum + kB, 0) / 1024
}

function withChildren(root: number): number[] {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [
        Number(name),
        Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1] ?? 0),
      ]),
  )
  const found = [root]
  for (const one of found) for (const [pid, parent] of parents) if (parent === one) found.push(pid)
  return found
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
