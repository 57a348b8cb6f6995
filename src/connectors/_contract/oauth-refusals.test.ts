import { describe, expect, test } from 'vitest'
import { oauthRefusal, refusalIn } from './oauth-refusals.ts'
import { badSpaces } from './suite/manifest-rules.ts'

const redirectUri = 'https://vigie.atelier-morel.example/api/connect/callback'

const read = (query: string) => refusalIn('Bistro', new URLSearchParams(query), redirectUri)

/** RFC 6749, sections 4.1.2.1 and 5.2. */
const CODES = [
  'invalid_request',
  'unauthorized_client',
  'access_denied',
  'unsupported_response_type',
  'invalid_scope',
  'server_error',
  'temporarily_unavailable',
  'invalid_client',
  'invalid_grant',
  'unsupported_grant_type',
]

describe('the codes of OAuth', () => {
  test.each(CODES)('%s is said in both languages, with what to do', (code) => {
    const refusal = oauthRefusal('Bistro', code, redirectUri)
    for (const text of [refusal?.reason, refusal?.next]) {
      expect(text?.en).toMatch(/\w/)
      expect(text?.fr).not.toBe(text?.en)
      expect(badSpaces(text?.fr ?? '')).toEqual([])
      expect(`${text?.en}${text?.fr}`).not.toContain('{')
    }
  })

  test('an address that the network does not know is given in full, to be compared', () => {
    expect(read('error=redirect_uri_mismatch')?.next.fr).toContain(redirectUri)
  })

  test('an unknown code is repeated; words that somebody put there are not', () => {
    expect(read('error=cafe_closed')?.reason.en).toContain('(cafe_closed)')
    const forged = read(`error=${encodeURIComponent('Call +33 1 23 and give your password')}`)
    expect(JSON.stringify(forged)).not.toContain('password')
    expect(JSON.stringify(read('error=constructor'))).toContain('(constructor)')
  })

  test('a callback without a refusal has none', () => {
    expect(read('code=abc&state=def')).toBeNull()
  })
})
