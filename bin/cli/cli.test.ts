import { spawn } from 'node:child_process'
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { openAtelier } from '#domain/publishing/testing/open-atelier.ts'

const { camille, board, listen, settle } = await openAtelier()
const url = await listen()
const home = await mkdtemp(path.join(tmpdir(), 'vigie-cli-'))
const { body: key } = await camille.post('/keys', {
  name: 'Terminal',
  scopes: ['posts:read', 'posts:write', 'posts:publish', 'channels:read'],
})
const known = { VIGIE_URL: url, VIGIE_API_KEY: key.key }

interface Ended {
  code: number | null
  out: string
  err: string
}

/** The very file that `npx vigie` runs, in a process of its own. */
function vigie(args: string[], env: Record<string, string> = known, typed = ''): Promise<Ended> {
  const file = path.resolve(import.meta.dirname, '../vigie.mjs')
  const child = spawn(process.execPath, [file, ...args], {
    env: { HOME: home, LANG: 'en_GB.UTF-8', PATH: process.env['PATH'], ...env },
  })
  const ended = { out: '', err: '' }
  child.stdout.on('data', (part) => (ended.out += part))
  child.stderr.on('data', (part) => (ended.err += part))
  child.stdin.end(typed)
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, ...ended }))
  })
}

describe('from a terminal', () => {
  test('a post leaves by the account that was named', async () => {
    const sent = await vigie(['post', 'Une chaise', 'en chêne', '--by', '@LYON', '--now'])
    expect(sent).toMatchObject({ code: 0, err: '' })
    await settle()
    expect(board.pinned.at(-1)).toMatchObject({ account: 'lyon', text: 'Une chaise en chêne' })
    const id = sent.out.split(' ')[0] ?? ''
    expect((await vigie(['show', id])).out).toContain('Panneau accepted it.')
  })

  test('a picture goes with its description', async () => {
    const file = path.join(home, 'chaise.png')
    const red = { width: 40, height: 30, channels: 3, background: '#a33' } as const
    await writeFile(file, await sharp({ create: red }).png().toBuffer())
    const alt = 'Une chaise rouge'
    const sent = await vigie([
      'post',
      'Vue',
      '--by',
      'paris',
      '--now',
      '--image',
      file,
      '--alt',
      alt,
    ])
    expect(sent.code).toBe(0)
    await settle()
    expect(board.pinned.at(-1)?.images[0]?.alt).toBe(alt)
  })

  test('repeated under one key, a post is made once', async () => {
    const args = ['post', 'Une fois', '--by', 'lyon', '--at', '2026-12-01T09:00', '--key', 'a']
    const [one, two] = [await vigie(args), await vigie(args)]
    expect(one.code).toBe(0)
    expect(two.out).toBe(one.out)
  })

  test('a post is moved, then taken off', async () => {
    const args = ['post', 'Bientôt', '--by', 'lyon', '--at', '2026-12-02T09:00', '--json']
    const { id } = JSON.parse((await vigie(args)).out)
    expect((await vigie(['move', id, '2026-12-03T10:30'])).out).toContain('2026-12-03 10:30')
    expect((await vigie(['cancel', id])).code).toBe(0)
    expect((await vigie(['show', id])).out).toContain('cancelled')
  })

  test('what the desk refuses is said in its words, in the language of the terminal', async () => {
    const args = ['post', 'x'.repeat(101), '--by', 'lyon', '--now']
    const french = await vigie(args, { ...known, LANG: 'fr_FR.UTF-8' })
    expect(french).toMatchObject({ code: 1, out: '' })
    expect(french.err).toContain('Trop long pour Panneau d’un caractère')
  })

  test('an unknown account, a wrong option and a desk that is away each get a sentence', async () => {
    expect((await vigie(['post', 'Vue', '--by', 'lille'])).err).toContain('No account “lille”')
    expect(await vigie(['post', 'Vue', '--tomorrow'])).toMatchObject({ code: 2 })
    const away = await vigie(['posts'], { ...known, VIGIE_URL: 'http://127.0.0.1:9' })
    expect(away).toMatchObject({ code: 1, err: 'No desk answers at http://127.0.0.1:9.\n' })
    expect((await vigie(['posts'], {})).err).toContain('No desk is known')
  })

  test('login keeps a key that works, for its owner alone', async () => {
    expect((await vigie(['login', url], {}, 'vigie_wrong\n')).code).toBe(1)
    expect((await vigie(['login', url], {}, `${key.key}\n`)).code).toBe(0)
    const file = path.join(home, '.config/vigie/desk.json')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ url, key: key.key })
    expect((await vigie(['accounts'], {})).out).toContain('board:lyon')
  })
})
