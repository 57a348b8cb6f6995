import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'

import { type Browser, chromium } from 'playwright-core'

import { cachedFolder, cacheRoot } from './servers/cache.ts'
import { findProgram } from './servers/find-program.ts'
import { withProcessLock } from './servers/process-lock.ts'
import { runOrThrow, runToEnd, tail } from './servers/run-to-end.ts'
import { tell, tellWhile } from './servers/tell.ts'

export interface FoundBrowser {
  path: string
  args: string[]
  /** Added to the environment of the browser. */
  env: Record<string, string>
}

/**
 * The browser that tests drive: `CHROME_PATH`, else a Chromium or Chrome of this machine, else
 * Debian's installed with apt-get when we are root, else the one npm brought. When there is none,
 * one sentence that says how to get one.
 */
export async function findBrowser(): Promise<FoundBrowser | { reason: string }> {
  const asked = process.env.CHROME_PATH
  if (asked)
    return (
      (await works(asked)) ?? {
        reason: `CHROME_PATH must lead to Chrome or Chromium, and ${asked} does not run.`,
      }
    )
  const found = (await onThisMachine()) ?? (await fromApt()) ?? (await fromNpm())
  return found ?? { reason: HOW }
}

/** Opens a headless browser for a test, which closes it. Throws `findBrowser`'s sentence. */
export async function openBrowser(): Promise<Browser> {
  const found = await findBrowser()
  if ('reason' in found) throw new Error(found.reason)
  const { path, args, env } = found
  return chromium.launch({ executablePath: path, args, env: { ...process.env, ...env } })
}

const HOW =
  'There is no browser for the tests: install Chromium or Chrome, or give its path in CHROME_PATH.'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  // Containers give /dev/shm 64 MB, which a page with images overflows.
  '--disable-dev-shm-usage',
  // The same text widths on every machine.
  '--font-render-hinting=none',
]

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

async function onThisMachine(): Promise<FoundBrowser | undefined> {
  const paths = [
    ...NAMES.map((name) => findProgram(name)),
    ...MAC.filter((path) => existsSync(path)),
  ]
  for (const path of paths) {
    const found = path && (await works(path))
    if (found) return found
  }
  return undefined
}

/** A file of the right name may be a stub that asks for a snap: ask it for its version. */
async function works(
  path: string,
  env: Record<string, string> = {},
): Promise<FoundBrowser | undefined> {
  const answer = await runToEnd(path, ['--version'], { env }).catch(() => undefined)
  if (answer?.code !== 0 || !/Chrom/.test(answer.output)) return undefined
  return { path, args: ARGS, env }
}

async function fromApt(): Promise<FoundBrowser | undefined> {
  if (process.getuid?.() !== 0 || !findProgram('apt-get')) return undefined
  return withProcessLock(join(cacheRoot(), 'apt-browser.lock'), async () => {
    const already = await onThisMachine()
    if (already) return already
    const packages = ['chromium', 'fonts-noto-color-emoji']
    await tellWhile(`browser: apt-get install ${packages.join(' ')}`, () => aptInstall(packages))
    return onThisMachine()
  })
}

async function aptInstall(packages: string[]): Promise<void> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runToEnd('apt-get', ['update'], { env })
  const install = ['install', '--yes', '--no-install-recommends', ...packages]
  const { code, output } = await runToEnd('apt-get', install, { env })
  if (code !== 0) tell(`browser: apt-get could not. ${tail(output, 1)}`)
}

/** Its fonts beside it, and those of the machine where there are some. */
const FONTS = `<?xml version="1.0"?>
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`

/** The npm package `@sparticuz/chromium`: a compressed headless Chromium for 64-bit Linux. */
async function fromNpm(): Promise<FoundBrowser | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const name = '@sparticuz/chromium'
  const manifest = findPackageJSON(name, import.meta.url)
  if (!manifest) return undefined
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  const folder = await cachedFolder('chromium', version, async (draft) => {
    // It unpacks into the temporary folder, and with the libraries it needs only when it believes
    // that it runs on Amazon's Lambda.
    const env = { TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
    const unpack = `await (await import('${name}')).default.executablePath()`
    const args = ['--input-type=module', '--eval', unpack]
    await tellWhile('browser: unpacking the one from npm, the first time only', () =>
      runOrThrow(process.execPath, args, { env, cwd: dirname(manifest) }),
    )
    writeFileSync(join(draft, 'fonts.conf'), FONTS)
    return { version }
  })
  const env = {
    LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
    FONTCONFIG_FILE: join(folder, 'fonts.conf'),
  }
  return works(join(folder, 'chromium'), env)
}
