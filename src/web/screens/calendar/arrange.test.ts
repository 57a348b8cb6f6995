import { describe, expect, it } from 'vitest'
import type { PostSummary } from '#domain/publishing/api.ts'
import { arrange, folded, hoursOf, type Placed } from './arrange.ts'

const bluesky = '01930000-0000-7000-8000-0000000000c1'
const mastodon = '01930000-0000-7000-8000-0000000000c2'
const everything = { channelId: '', status: '' } as const

describe('the posts of Atelier Morel, arranged by day', () => {
  it('stand at the hour of the wall they were scheduled on', () => {
    const days = arranged([
      scheduled('salon', '2026-11-24T17:45'),
      scheduled('chaises', '2026-11-24T09:00'),
      scheduled('soldes', '2026-11-27T10:15'),
    ])
    expect(shown(days.get('2026-11-24'))).toEqual(['09:00 chaises', '17:45 salon'])
    expect(shown(days.get('2026-11-27'))).toEqual(['10:15 soldes'])
  })

  it('are those of one campaign, or with one label, when that is asked for', () => {
    const posts = [
      { ...scheduled('sapin', '2026-11-24T09:00'), campaignId: 'noel', labels: ['visual'] },
      { ...scheduled('entretien', '2026-11-24T10:00'), campaignId: 'noel', labels: ['useful'] },
      { ...scheduled('soldes', '2026-11-24T11:00'), labels: ['useful'] },
    ]
    const of = (wanted: { campaignId?: string; label?: string }) =>
      shown(arranged(posts, { wanted: { ...everything, ...wanted } }).get('2026-11-24'))
    expect(of({ campaignId: 'noel' })).toEqual(['09:00 sapin', '10:00 entretien'])
    expect(of({ label: 'useful' })).toEqual(['10:00 entretien', '11:00 soldes'])
    expect(of({ campaignId: 'noel', label: 'useful' })).toEqual(['10:00 entretien'])
  })

  it('stand at the company’s hour when they were scheduled in another zone', () => {
    const days = arranged([
      {
        ...scheduled('new-york', '2026-11-23T20:00'),
        timeZone: 'America/New_York',
        scheduledAt: '2026-11-24T01:00:00Z',
      },
    ])
    expect(shown(days.get('2026-11-24'))).toEqual(['02:00 new-york'])
  })

  it('stand where they are being moved to before the desk has answered', () => {
    const days = arranged([scheduled('chaises', '2026-11-24T09:00')], {
      moved: new Map([['chaises', '2026-11-26T09:00']]),
    })
    expect(days.has('2026-11-24')).toBe(false)
    expect(shown(days.get('2026-11-26'))).toEqual(['09:00 chaises'])
  })

  it('leave out drafts without a date and what was deleted', () => {
    const days = arranged([
      {
        ...scheduled('idée', '2026-11-24T09:00'),
        status: 'draft',
        scheduledAt: null,
        wallTime: null,
      },
      { ...scheduled('annulée', '2026-11-24T09:00'), status: 'cancelled' },
    ])
    expect(days.size).toBe(0)
  })

  it('can be those of one account, or those that need attention', () => {
    const posts = [
      { ...scheduled('a', '2026-11-24T09:00'), channelIds: [bluesky] },
      { ...scheduled('b', '2026-11-24T10:00'), channelIds: [mastodon, bluesky] },
      { ...scheduled('c', '2026-11-24T11:00'), status: 'unknown' as const, channelIds: [mastodon] },
    ]
    const of = (wanted: { channelId: string; status: '' | 'attention' }) =>
      shown(arranged(posts, { wanted }).get('2026-11-24'))
    expect(of({ channelId: mastodon, status: '' })).toEqual(['10:00 b', '11:00 c'])
    expect(of({ channelId: '', status: 'attention' })).toEqual(['11:00 c'])
  })

  it('are the same objects when nothing changed, so that no cell is drawn again', () => {
    const posts = [scheduled('chaises', '2026-11-24T09:00')]
    expect(arranged(posts).get('2026-11-24')?.[0]).toBe(arranged(posts).get('2026-11-24')?.[0])
  })
})

describe('a full day', () => {
  const day = ['a', 'b', 'c', 'd', 'e'].map((id, hour) => placed(id, `2026-11-24T0${hour}:00`))

  it('folds what comes after the third post', () => {
    const { shown: seen, hidden } = folded(day, null)
    expect(seen.map(({ post }) => post.id)).toEqual(['a', 'b', 'c'])
    expect(hidden).toBe(2)
  })

  it('keeps in sight the post that somebody holds', () => {
    const { shown: seen, hidden } = folded(day, 'e')
    expect(seen.map(({ post }) => post.id)).toEqual(['a', 'b', 'e'])
    expect(hidden).toBe(2)
  })

  it('never folds away what needs attention', () => {
    const failed = { ...placed('f', '2026-11-24T20:00') }
    failed.post = { ...failed.post, status: 'failed' }
    expect(folded([...day, failed], null).shown.map(({ post }) => post.id)).toEqual(['a', 'b', 'f'])
  })

  it('hides none when it would hide only one', () => {
    expect(folded(day.slice(0, 4), null)).toMatchObject({ hidden: 0 })
  })
})

describe('the hours of a week', () => {
  it('are the working day when nothing goes around it', () => {
    const hours = hoursOf([placed('a', '2026-11-24T09:00')])
    expect([hours[0], hours.at(-1)]).toEqual([8, 19])
  })

  it('reach the earliest and the latest post', () => {
    const hours = hoursOf([placed('a', '2026-11-24T05:30'), placed('b', '2026-11-25T23:59')])
    expect([hours[0], hours.at(-1)]).toEqual([5, 23])
  })
})

function arranged(
  posts: PostSummary[],
  {
    moved = new Map<string, string>(),
    wanted = everything as Parameters<typeof arrange>[1]['wanted'],
  } = {},
) {
  return arrange(posts, { zone: 'Europe/Paris', moved, wanted })
}

function shown(posts: Placed[] = []) {
  return posts.map(({ post, wallTime }) => `${wallTime.slice(11)} ${post.id}`)
}

function placed(id: string, wallTime: string): Placed {
  return { post: scheduled(id, wallTime), wallTime }
}

function scheduled(id: string, wallTime: string): PostSummary {
  return {
    id,
    status: 'scheduled',
    excerpt: id,
    thumbnailUrl: null,
    channelIds: [bluesky],
    labels: [],
    campaignId: null,
    scheduledAt: `${wallTime}:00+01:00`,
    wallTime,
    timeZone: 'Europe/Paris',
    version: 1,
    updatedAt: '2026-11-20T10:00:00Z',
  }
}
