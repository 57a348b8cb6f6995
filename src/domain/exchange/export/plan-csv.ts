import { stringify } from 'csv-stringify/sync'
import { type Channel, listChannels } from '#domain/channels/index.ts'
import type { Desk } from '#domain/desk.ts'
import { type PlannedPost, planOf } from '#domain/publishing/index.ts'

const HEADER = [
  'id',
  'date',
  'time',
  'zone',
  'accounts',
  'text',
  'first comment',
  'pictures',
  'labels',
  'about',
  'campaign',
  'status',
  'urls',
]

/**
 * The plan as a table that can be imported again: a row per post, several values of a cell separated by commas.
 * Cells that a spreadsheet would take for a formula are defused (OWASP, CSV injection).
 */
export async function planCsv(
  desk: Desk,
  companyId: string,
  range: { from: Date; to: Date; channelId?: string | undefined },
): Promise<string> {
  const posts = await planOf(desk.db, companyId, range)
  const channels = await listChannels(desk.db, companyId)
  const named = new Map(channels.map((channel) => [channel.id, channel]))
  const rows = posts.map((post) => rowOf(post, named))
  return stringify([HEADER, ...rows], { bom: true, escape_formulas: true })
}

function rowOf(post: PlannedPost, channels: ReadonlyMap<string, Channel>): string[] {
  const [date = '', time = ''] = (post.wallTime ?? '').split('T')
  const accounts = post.accounts.flatMap(({ channelId }) => {
    const channel = channels.get(channelId)
    return channel ? [`${channel.connectorId}:${channel.handle}`] : []
  })
  return [
    post.id,
    date,
    time,
    post.timeZone ?? '',
    accounts.join(', '),
    // What one account says otherwise has no column of its own: it is in the desk.
    post.text || (post.accounts.find(({ text }) => text)?.text ?? ''),
    post.firstComment,
    post.pictures.map(({ fileName }) => fileName).join(', '),
    post.labels.join(', '),
    post.about ?? '',
    post.campaign ?? '',
    post.status,
    post.accounts.flatMap(({ url }) => url ?? []).join(' '),
  ]
}
