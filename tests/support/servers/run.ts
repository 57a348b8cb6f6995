import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startProgram } from './start-program.ts'
import type { KnownServers, Run } from './test-server.ts'

export interface OpenRun extends Run {
  /** Stops everything that was started, last one first, and removes the folder. */
  close(): Promise<void>
}

/**
 * One boot of one server: a private folder and the list of what to stop.
 * `boot` is how another server is booted when this one needs it.
 */
export function openRun(
  name: string,
  boot: <Name extends keyof KnownServers>(
    name: Name,
  ) => Promise<{ details: KnownServers[Name]; stop(): Promise<void> }>,
): OpenRun {
  const folder = mkdtempSync(join(tmpdir(), `vigie-test-${name}-`))
  const stops: Array<() => Promise<void> | void> = []
  return {
    folder,
    defer: (stop) => void stops.push(stop),
    async program(options) {
      const program = await startProgram(options, folder)
      stops.push(program.stop)
      return program
    },
    async needs(other) {
      const { details, stop } = await boot(other)
      stops.push(stop)
      return details
    },
    async close() {
      for (const stop of stops.splice(0).toReversed()) await stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
