import type { Filled } from './fill.ts'
import { QUERIES } from './fill.ts'
import { times } from '../support/times.ts'

const ROUNDS = 30
const DAY = 86_400_000

/** What each screen of listening asks, by name, of one company. */
type Screens = Record<string, (company: Filled) => string | Promise<string>>

const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString()
const period = (days: number) => `from=${daysAgo(days).slice(0, 10)}&to=${daysAgo(0).slice(0, 10)}`

const mentions: Screens = {
  mentions: () => '/mentions?folded=yes',
  'mentions, second page': async (one) =>
    `/mentions?folded=yes&after=${await nextOf(one, '/mentions?folded=yes')}`,
  'mentions, not folded': () => '/mentions',
  'mentions by reach': () => '/mentions?sort=reach&folded=yes',
  'mentions by reach, second page': async (one) =>
    `/mentions?sort=reach&folded=yes&after=${await nextOf(one, '/mentions?sort=reach&folded=yes')}`,
  'mentions by reach, not folded': () => '/mentions?sort=reach',
  'mentions of a common query': ({ queryIds }) => `/mentions?folded=yes&queryId=${queryIds[0]}`,
  'mentions of a common query by reach': ({ queryIds }) =>
    `/mentions?folded=yes&sort=reach&queryId=${queryIds[0]}`,
  'mentions of a rare query': ({ queryIds }) =>
    `/mentions?folded=yes&queryId=${queryIds[QUERIES - 1]}`,
  'mentions of a source': ({ sourceIds }) => `/mentions?folded=yes&sourceId=${sourceIds[0]}`,
  'mentions of an author': () => '/mentions?folded=yes&author=rss:7000',
  'mentions in English': () => '/mentions?folded=yes&language=en',
  'mentions not seen': () => '/mentions?folded=yes&state=unseen',
  'how many not seen': () => '/mentions/unseen',
  'mentions dismissed': () => '/mentions?folded=yes&state=dismissed',
  'mentions negative': () => '/mentions?folded=yes&sentiment=negative',
  'mentions that complain': () => '/mentions?folded=yes&intent=complaint',
  'mentions with a risk': () => '/mentions?folded=yes&risk=boycott',
  'mentions of nobody': () => '/mentions?folded=yes&assignee=nobody',
  'mentions of me': () => '/mentions?folded=yes&assignee=me',
  'mentions that say a common word': () => '/mentions?folded=yes&words=chaise',
  'mentions that say what nobody says': () => '/mentions?folded=yes&words=brontosaure%20vert',
  'the same, of a month': () => `/mentions?folded=yes&words=brontosaure&${period(30)}`,
  'mentions of a past month': () =>
    `/mentions?folded=yes&since=${daysAgo(30)}&until=${daysAgo(20)}`,
}

const others: Screens = {
  'queries and their sparklines': () => '/queries?days=14',
  'queries over three months': () => '/queries?days=90',
  'twenty to judge': ({ queryIds }) => `/queries/${queryIds[0]}/judging`,
  sources: () => '/sources',
  'overview of a month': () => `/listening/overview?${period(30)}`,
  'overview of a year': () => `/listening/overview?${period(365)}&by=week`,
  'overview of a query': ({ queryIds }) =>
    `/listening/overview?${period(30)}&queryId=${queryIds[0]}`,
  topics: () => '/topics',
  'topics of a day': () => '/topics?days=1',
  'topics of a query': ({ queryIds }) => `/topics?queryId=${queryIds[0]}`,
  'topics, unexpected': () => '/topics/unexpected',
  alerts: () => '/alerts',
  'alerts, count': () => '/alerts/count',
  'an alert': async ({ person }) => {
    const { body } = await person.get<{ alerts: { id: string }[] }>('/alerts')
    return `/alerts/${body.alerts[0]?.id}`
  },
  cases: () => '/cases',
  'a case': async ({ person }) => {
    const { body } = await person.get<{ items: { id: string }[] }>('/cases')
    return `/cases/${body.items[0]?.id}`
  },
  'how long mentions are kept': () => '/mention-keeping',
}

/** The questions of all screens. */
export const screens: Screens = { ...mentions, ...others }

/** Of these companies, asked in turn through the door: median and p95 in milliseconds, the first time of each left out. */
export async function askScreens(
  companies: readonly Filled[],
  prefix: string,
): Promise<Record<string, number>> {
  const figures: Record<string, number> = {}
  for (const [name, urlOf] of Object.entries(screens)) {
    const urls = await Promise.all(companies.map((one) => urlOf(one)))
    const ask = async (round: number) => {
      const n = round % companies.length
      const answer = await companies[n]?.person.get(urls[n] ?? '')
      if (answer?.status !== 200)
        throw new Error(`${urls[n]}: ${answer?.status} ${JSON.stringify(answer?.body)}`)
    }
    for (let n = 0; n < companies.length; n++) await ask(n)
    const { p50_ms, p95_ms } = await times(ROUNDS, ask)
    figures[`${prefix}${name}: p50_ms`] = p50_ms
    figures[`${prefix}${name}: p95_ms`] = p95_ms
    process.stderr.write(`${prefix}${name}: ${p50_ms} ms, p95 ${p95_ms} ms\n`)
  }
  return figures
}

async function nextOf({ person }: Filled, url: string): Promise<string> {
  const { body } = await person.get<{ next: string | null }>(url)
  return body.next ?? ''
}
