import type { Generated, JSONColumnType } from 'kysely'
import type { Portrait } from './detector/judge.ts'
import type { Scale, Subject } from './detector/scales.ts'
import type { Facts } from './facts/facts.ts'
import type { Risk } from '../signals/names.ts'

/** Somebody to call: words and a number, as the company writes them. */
export interface PersonToCall {
  name: string
  role: string
  phone: string
}

export interface AlertsTables {
  alertSettings: {
    companyId: string
    perMonth: number
    byMail: boolean
    policy: string
    people: JSONColumnType<PersonToCall[]>
    /** Of which a single post is told. */
    risks: Risk[]
  }
  queryWatches: {
    queryId: string
    companyId: string
    dueAt: Date | null
    portrait: JSONColumnType<Portrait> | null
    learntFrom: string | null
    learningSince: Date | null
  }
  alerts: {
    id: string
    companyId: string
    queryId: string | null
    queryName: string
    state: Generated<'open' | 'acknowledged' | 'closed'>
    verdict: 'real' | 'nothing' | null
    /** What rang: which mentions are counted, over how long; `post`: single posts, of one risk, over no stretch. */
    subject: Generated<Subject | 'post'>
    scale: Scale | null
    risk: Generated<Risk | null>
    openedAt: Date
    /** The beginning of the hour, or of the first of the hours, that rang first. */
    beganAt: Date
    count: number
    expected: number
    alarm: number
    toldCount: number
    level: Generated<number>
    lastRingAt: Date
    endedAt: Date | null
    snoozedUntil: Date | null
    acknowledgedBy: string | null
    acknowledgedAt: Date | null
    closedBy: string | null
    closedAt: Date | null
    facts: JSONColumnType<Facts>
  }
  alertLetters: {
    alertId: string
    level: number
    userId: string
    dueAt: Date
    takenAt: Date | null
    tries: Generated<number>
    outcome: string | null
  }
}
