/** One real server that tests talk to, described by `tests/servers/<folder>/server.ts`. */
export interface TestServer<Details extends object = object> {
  /** What a test asks for: `bootServer('bluesky-pds')`. Unique among all folders. */
  readonly name: string
  /** Other test servers that it talks to: prepared before it, booted by `run.needs`. */
  readonly needs?: ReadonlyArray<keyof KnownServers>
  /**
   * Fetches what the server needs into the cache, once; returns at once on later calls.
   * Throws `MachineCannot` when this machine cannot have it.
   */
  prepare(): Promise<void>
  /**
   * Starts it on loopback and returns plain data (addresses, passwords), ready to be handed
   * to another process as JSON. Everything it starts goes through `run`, which stops it.
   */
  start(run: Run): Promise<Details>
}

/** What one boot may use; whatever was started through it is stopped with it. */
export interface Run {
  /** A private folder, empty at the start, removed at the stop. */
  readonly folder: string
  /** Starts a program that lives as long as the server, or as the tests if they die first. */
  program(options: ProgramOptions): Promise<RunningProgram>
  /** Boots another test server that this one needs; throws `MachineCannot` if it is missing. */
  needs<Name extends keyof KnownServers>(name: Name): Promise<KnownServers[Name]>
  /** Runs at the stop, last one first. */
  defer(stop: () => Promise<void> | void): void
}

export interface ProgramOptions {
  command: string
  args: string[]
  env?: Record<string, string>
  cwd?: string
  /** Run under another account, for programs that refuse to be root. */
  account?: { uid?: number; gid?: number }
  /** The signal that stops it; it is killed 5 s later if it lingers. Default TERM. */
  stopSignal?: 'TERM' | 'INT' | 'KILL'
  /** Resolves when the program answers; it is asked again every 25 ms until `bootSeconds`. */
  isReady(program: RunningProgram): Promise<boolean> | boolean
  /** Default 60. */
  bootSeconds?: number
}

export interface RunningProgram {
  /** The process of the shell that watches the program: the program is its child. */
  readonly pid: number
  /** What it wrote so far on both outputs: the last 400 lines. */
  log(): string
}

/**
 * The details each server gives. Every folder adds its own line:
 * `declare module '#support/servers/test-server.ts' { interface KnownServers { … } }`
 */
export interface KnownServers {}

/** This machine cannot have that server; `message` is one plain sentence saying why. */
export class MachineCannot extends Error {
  override name = 'MachineCannot'
}
