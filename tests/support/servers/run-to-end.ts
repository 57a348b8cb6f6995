import { spawn } from 'node:child_process'

import { MachineCannot } from './test-server.ts'

export interface Finished {
  code: number
  /** Both outputs together, as they came. */
  output: string
}

/**
 * Runs a program to its end without a shell and returns its exit code and what it wrote.
 * A program that is not on this machine throws `MachineCannot`; a non-zero code does not throw.
 */
export function runToEnd(
  command: string,
  args: string[],
  options: {
    cwd?: string
    env?: Record<string, string>
    account?: { uid?: number; gid?: number }
    input?: string
  } = {},
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...options.account,
    })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.stdin.on('error', () => {})
    child.stdin.end(options.input ?? '')
    child.once('error', (error: NodeJS.ErrnoException) => {
      const missing = error.code === 'ENOENT'
      reject(missing ? new MachineCannot(`The program ${command} is not on this machine.`) : error)
    })
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** As `runToEnd`, but a non-zero exit code throws with the last lines of the output. */
export async function runOrThrow(...call: Parameters<typeof runToEnd>): Promise<string> {
  const { code, output } = await runToEnd(...call)
  if (code === 0) return output
  const [command, args] = call
  throw new Error(`${command} ${args.join(' ')} ended with code ${code}:\n${tail(output, 30)}`)
}

/** The last lines of a log. */
export function tail(output: string, lines: number): string {
  return output.trimEnd().split('\n').slice(-lines).join('\n')
}
