import { expect, test } from 'vitest'
import { createMayReach } from './may-reach.ts'

const mayReach = createMayReach({ allowPrivateHosts: ['10.0.0.5:8080', 'localhost:3000'] })

test.each([
  'https://journal.example/feed',
  'http://93.184.215.14/feed',
  'http://10.0.0.5:8080/feed',
  'http://localhost:3000/feed',
])('%s may be reached', (address) => expect(mayReach(address)).toBe(true))

test.each([
  'http://169.254.169.254/latest',
  // 127.0.0.1, as parsers of addresses read it.
  'http://0x7f.1/',
  'http://2130706433/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://10.0.0.5/feed',
  'http://localhost/feed',
  'http://a.localhost/feed',
  'https://lison:secret@journal.example/feed',
  'deux mots',
])('%s may not', (address) => expect(mayReach(address)).toBe(false))
