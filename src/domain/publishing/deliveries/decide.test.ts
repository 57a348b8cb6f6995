import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Failure } from '#connectors/_contract/failure.ts'
import { done, failed } from '#connectors/_contract/failure.ts'
import { afterConfirm, afterPublish, type Circumstances, type Verdict } from './decide.ts'
import { TIMINGS } from './timings.ts'

const now = new Date('2026-11-23T09:00:00Z')
const soon = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const facts = { tries: 1, checks: 0, giveUpAt: soon(86_400), doubtUntil: null }
const at = (idempotency: Circumstances['idempotency'] = 'read-back'): Circumstances => ({
  now,
  timings: TIMINGS,
  idempotency,
})
const said = 'what the network said'
const notice = { remoteId: 'n1', url: 'https://board.example/n1', publishedAt: now }

describe('after a request to publish', () => {
  test('accepted: published, and no longer in doubt', () => {
    const { change, outcome } = afterPublish(facts, done(notice), at())
    expect(outcome).toBe('accepted')
    expect(change).toMatchObject({
      state: 'published',
      remoteId: 'n1',
      mustConfirm: false,
      publishedAt: now,
    })
  })

  test('access revoked or text refused: it failed, and a person is told why', () => {
    const reason = { en: 'No politics.', fr: 'Pas de politique.' }
    expect(afterPublish(facts, failed({ kind: 'auth', detail: said }), at()).change).toMatchObject({
      state: 'failed',
      mustConfirm: false,
      failure: { kind: 'access' },
    })
    expect(
      afterPublish(facts, failed({ kind: 'rejected', reason, detail: said }), at()).change,
    ).toMatchObject({
      state: 'failed',
      failure: { kind: 'rejected', reason },
    })
  })

  test('asked to wait: due then, and it was no try', () => {
    const { change } = afterPublish(
      facts,
      failed({ kind: 'rate', until: soon(90), detail: said }),
      at(),
    )
    expect(change).toMatchObject({
      state: 'planned',
      dueAt: soon(90),
      tries: 0,
      mustConfirm: false,
    })
  })

  test('asked to wait until yesterday: a second at least', () => {
    const { change } = afterPublish(
      facts,
      failed({ kind: 'rate', until: soon(-90), detail: said }),
      at(),
    )
    expect(change.dueAt).toEqual(soon(1))
  })

  test('asked to wait longer than a day: a person is told now', () => {
    const { change } = afterPublish(
      facts,
      failed({ kind: 'rate', until: soon(90_000), detail: said }),
      at(),
    )
    expect(change).toMatchObject({ state: 'failed', failure: { kind: 'late' } })
  })

  test('nothing happened: again after 5 s, 30 s, 2, 10, 30 min, then every hour, for a day', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 20].map((tries) => {
      const { change } = afterPublish(
        { ...facts, tries },
        failed({ kind: 'transient', detail: said }),
        at(),
      )
      return ((change.dueAt?.getTime() ?? 0) - now.getTime()) / 1000
    })
    expect(pauses).toEqual([5, 30, 120, 600, 1800, 3600, 3600, 3600])
    const last = { ...facts, tries: 20, giveUpAt: soon(3599) }
    const { change } = afterPublish(last, failed({ kind: 'transient', detail: said }), at())
    expect(change).toMatchObject({ state: 'failed', failure: { kind: 'late', said } })
  })

  test('the answer was lost: read back first; where nothing can be read back, a person is asked at once', () => {
    const lost = failed({ kind: 'unknown-outcome', detail: said })
    expect(afterPublish(facts, lost, at('read-back')).change).toMatchObject({
      state: 'sending',
      mustConfirm: true,
      dueAt: soon(5),
      doubtUntil: soon(60),
    })
    expect(afterPublish(facts, lost, at('idempotency-header')).change).toMatchObject({
      mustConfirm: true,
      doubtUntil: now,
    })
    expect(afterPublish(facts, lost, at('none')).change).toMatchObject({
      state: 'unknown',
      mustConfirm: true,
    })
  })
})

describe('after reading back', () => {
  test('found: published', () => {
    expect(afterConfirm(facts, done(notice), at())).toMatchObject({
      outcome: 'confirmed',
      change: { state: 'published', mustConfirm: false },
    })
  })

  test('not there: sent again, but not while the lost request may still arrive', () => {
    expect(afterConfirm(facts, done(null), at()).change).toMatchObject({
      state: 'planned',
      mustConfirm: false,
      dueAt: now,
    })
    const early = afterConfirm({ ...facts, doubtUntil: soon(40) }, done(null), at())
    expect(early.change).toEqual({ checks: 0, dueAt: soon(40) })
  })

  test('it cannot be read: again six times within two hours, then a person is asked', () => {
    const unreadable = failed({ kind: 'transient', detail: said })
    const pauses = [0, 1, 2, 3, 4].map((checks) => {
      const { change } = afterConfirm({ ...facts, checks }, unreadable, at())
      return ((change.dueAt?.getTime() ?? 0) - now.getTime()) / 1000
    })
    expect(pauses).toEqual([15, 60, 300, 900, 3600])
    expect(afterConfirm({ ...facts, checks: 5 }, unreadable, at()).change).toMatchObject({
      state: 'unknown',
      mustConfirm: true,
    })
  })

  test('nothing can be read there at all: a person is asked at once', () => {
    const unreadable = failed({ kind: 'unknown-outcome', detail: said })
    expect(afterConfirm(facts, unreadable, at('none')).change).toMatchObject({
      state: 'unknown',
      mustConfirm: true,
    })
  })

  test('the access is gone: nobody can know, a person is asked', () => {
    expect(afterConfirm(facts, failed({ kind: 'auth', detail: said }), at()).change).toMatchObject({
      state: 'unknown',
      mustConfirm: true,
    })
  })
})

describe('whatever the network answers', () => {
  const failure: fc.Arbitrary<Failure> = fc.oneof(
    fc
      .constantFrom('auth' as const, 'transient' as const, 'unknown-outcome' as const)
      .map((kind) => ({ kind, detail: said })),
    fc
      .integer({ min: -1e6, max: 1e6 })
      .map((s) => ({ kind: 'rate' as const, until: soon(s), detail: said })),
    fc.constant({ kind: 'rate' as const, until: new Date(Number.NaN), detail: said }),
    fc.constant({ kind: 'rejected' as const, reason: { en: 'No.', fr: 'Non.' }, detail: said }),
  )
  const idempotency = fc.constantFrom(
    'client-key',
    'idempotency-header',
    'two-step',
    'read-back',
    'none' as const,
  )
  const any = fc.record({
    failure,
    idempotency,
    tries: fc.integer({ min: 1, max: 40 }),
    checks: fc.integer({ min: 0, max: 10 }),
    left: fc.integer({ min: 0, max: 86_400 }),
    doubt: fc.option(fc.integer({ min: -100, max: 100 })),
  })
  const judge = (
    f: typeof any extends fc.Arbitrary<infer T> ? T : never,
    confirm: boolean,
  ): Verdict => {
    const delivery = {
      tries: f.tries,
      checks: f.checks,
      giveUpAt: soon(f.left),
      doubtUntil: f.doubt === null ? null : soon(f.doubt),
    }
    return (confirm ? afterConfirm : afterPublish)(delivery, failed(f.failure), at(f.idempotency))
  }

  test('the mark "read back first" is taken off only when it is certain that nothing left', () => {
    fc.assert(
      fc.property(any, fc.boolean(), (f, confirm) => {
        const { change } = judge(f, confirm)
        if (confirm || f.failure.kind === 'unknown-outcome')
          expect(change.mustConfirm).not.toBe(false)
        else expect(change.mustConfirm).toBe(false)
      }),
    )
  })

  test('it is planned again later and within its day, or a person is told', () => {
    fc.assert(
      fc.property(any, fc.boolean(), (f, confirm) => {
        const { change } = judge(f, confirm)
        if (change.state === 'failed' || change.state === 'unknown')
          expect(change.failure).toBeTruthy()
        else {
          expect(change.dueAt?.getTime()).toBeGreaterThan(now.getTime())
          if (confirm || change.state === 'planned')
            expect(change.dueAt?.getTime()).toBeLessThanOrEqual(soon(f.left).getTime())
        }
      }),
    )
  })
})
