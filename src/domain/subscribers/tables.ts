import type { Generated, Selectable } from 'kysely'

export interface SubscribersTables {
  subscribers: {
    id: string
    companyId: string
    channelId: string
    address: string
    name: Generated<string>
    state: Generated<'subscribed' | 'left' | 'suspended'>
    consentSource: string
    consentAt: Date
    addedBy: string
    addedAt: Date
    endedAt: Date | null
    endedBy: string | null
    token: string
  }
  mailings: {
    id: string
    companyId: string
    channelId: string
    subject: string
    body: string
    language: string | null
    at: Date
    dueAt: Date | null
    leaseUntil: Date | null
    leaseOwner: string | null
    stoppedAt: Date | null
    heldBy: Generated<string[]>
  }
  mailingPictures: {
    mailingId: string
    position: number
    type: string
    width: number
    height: number
    alt: string
    bytes: Buffer
  }
  mailingLetters: {
    id: Generated<number>
    mailingId: string
    subscriberId: string | null
    state: Generated<'waiting' | 'leaving' | 'sent' | 'refused' | 'unknown' | 'dropped'>
    dueAt: Date
    tries: Generated<number>
    at: Date | null
    said: string | null
  }
  returnedLetters: {
    channelId: string
    key: string
    subscriberId: string
    kind: 'gone' | 'later' | 'complaint' | 'leaves'
    messageId: string
    said: string
    at: Date
  }
}

export type Subscriber = Selectable<SubscribersTables['subscribers']>
export type MailingRow = Selectable<SubscribersTables['mailings']>
