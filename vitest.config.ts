import { defineConfig } from 'vitest/config'

/** What a project's file names mean: `*.real.test.ts` needs real servers, `tests/e2e` a browser. */
const real = ['**/*.real.test.ts', 'tests/faults/**', 'tests/support/servers/**']
const browser = ['tests/e2e/**']

export default defineConfig({
  test: {
    globalSetup: 'tests/support/global-setup.ts',
    include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.ts', 'bin/**/*.test.ts'],
    exclude: [
      '**/node_modules/**',
      ...(process.env['VIGIE_TEST_FAST'] ? [...real, ...browser] : []),
      ...(process.env['VIGIE_TEST_NO_BROWSER'] ? browser : []),
    ],
    // Long enough for a machine that is busy with as many tests as it has processors; what hangs costs a minute.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A poll ends as soon as it holds; a second is less than a program may need to start on a busy machine.
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    // A wait that ran out may be the machine's doing: such a test is tried once more, and named at the end of the run.
    // Whatever was found to be wrong is never tried again.
    retry: { count: 1, condition: /Timeout \d+ms exceeded|timed out in \d+ms/ },
  },
})
