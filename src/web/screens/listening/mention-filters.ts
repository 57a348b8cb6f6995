import { inOrder, isDay } from '#web/shell/period/days.ts'
import { useUrlState } from '#web/shell/url-state.ts'

/** What the address asks of the mentions; an empty word asks nothing. */
export interface MentionFilters {
  queryId: string
  /** The id of a source, or `network:` and a connector's. */
  sourceId: string
  state: string
  /** `sentiment:negative`…: of the opinion, an intent or a risk. */
  signal: string
  author: string
  /** `me`, `nobody`, or a member by id. */
  assignee: string
  language: string
  /** Hours back from now, or `days`: those between `from` and `to`, both included. */
  period: string
  from: string
  to: string
  /** Words that are said. */
  said: string
  sort: string
  folded: string
}

/** The filters of the address, and how each is changed. */
export function useMentionFilters() {
  const [queryId, setQueryId] = useUrlState('query', '')
  const [sourceId, setSourceId] = useUrlState('source', '')
  const [state, setState] = useUrlState('state', 'kept')
  const [signal, setSignal] = useUrlState('signal', '')
  const [author, setAuthor] = useUrlState('author', '')
  const [assignee, setAssignee] = useUrlState('assignee', '')
  const [language, setLanguage] = useUrlState('lang', '')
  const [period, setPeriod] = useUrlState('period', '')
  const [from, setFrom] = useUrlState('from', '')
  const [to, setTo] = useUrlState('to', '')
  const [said, setSaid] = useUrlState('said', '')
  const [sort, setSort] = useUrlState('sort', 'newest')
  const [folded, setFolded] = useUrlState('fold', 'yes')
  const filters: MentionFilters = {
    queryId,
    sourceId,
    state,
    signal,
    author,
    assignee,
    language,
    period,
    from,
    to,
    said,
    sort,
    folded,
  }
  const change = {
    queryId: setQueryId,
    sourceId: setSourceId,
    state: setState,
    signal: setSignal,
    author: setAuthor,
    assignee: setAssignee,
    language: setLanguage,
    period: setPeriod,
    from: setFrom,
    to: setTo,
    said: setSaid,
    sort: setSort,
    folded: setFolded,
  }
  return { filters, change }
}

/** Ten years: further back nothing is kept, and no date is. */
const MOST_HOURS = 87_600
export const isId = (word: string) => /^[0-9a-f-]{36}$/.test(word)
const knownSignal =
  /^(sentiment:(negative|neutral|positive|unsure)|intent:(complaint|question|buying|praise|hiring)|risk:(leak|impostor|threat|boycott|safety))$/

/** The query that the mentions are asked of. One that is deleted finds none rather than all; what is no id asks nothing. */
export const askedQuery = (word: string, queries: readonly { id: string }[]): string =>
  isId(word) || queries.some(({ id }) => id === word) ? word : ''

/** The same as the desk is asked; what the address got wrong asks nothing. */
export function askedOf(filters: MentionFilters, now: Date): Record<string, string | undefined> {
  const { queryId, sourceId, signal, author, assignee, language, sort, folded, state } = filters
  const [kind = '', name] = knownSignal.test(signal) ? signal.split(':') : []
  return {
    state: ['unseen', 'seen', 'dismissed'].includes(state) ? state : 'kept',
    queryId: queryId || undefined,
    ...(sourceId.startsWith('network:')
      ? { network: sourceId.slice('network:'.length) }
      : { sourceId: isId(sourceId) ? sourceId : undefined }),
    ...(name ? { [kind]: name } : {}),
    author: author || undefined,
    assignee: /^(me|nobody|[0-9a-f-]{36})$/.test(assignee) ? assignee : undefined,
    language: /^[a-z]{2,3}$/.test(language) ? language : undefined,
    ...periodOf(filters, now),
    words: filters.said.slice(0, 200) || undefined,
    sort: sort === 'reach' ? 'reach' : 'newest',
    folded: folded === 'no' ? 'no' : 'yes',
  }
}

/** Hours back from now, or days of the company's calendar. */
function periodOf({ period, from, to }: MentionFilters, now: Date): Record<string, string> {
  if (period === 'days') {
    if (!isDay(from) || !isDay(to)) return isDay(from) ? { from } : isDay(to) ? { to } : {}
    const [first, last] = inOrder(from, to)
    return { from: first, to: last }
  }
  const hours = Number(period)
  if (!(hours > 0 && hours <= MOST_HOURS)) return {}
  return { since: new Date(now.getTime() - hours * 3_600_000).toISOString() }
}

/** Whether anything narrows the list but its state. */
export function areNarrowed(filters: MentionFilters): boolean {
  const { queryId, sourceId, signal, author, assignee, language, period, said } = filters
  return [queryId, sourceId, signal, author, assignee, language, period, said].some((one) => one)
}
