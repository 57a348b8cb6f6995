import { type Language, say } from '#platform/text.ts'
import { fewest, type Share, wilson } from '../query-tests/wilson.ts'
import type { OverviewFigure } from './api.ts'
import { type Counts, mentionsIn, sureIn } from './read-hours.ts'
import { denominators, gaps, labels, sources } from './sentences.ts'

/** The figures of a period beside the one before, each with what it rests on. */
export function figuresOf(now: Counts, before: Counts, language: Language): OverviewFigure[] {
  return [
    {
      key: 'mentions',
      label: say(labels.mentions, language),
      value: mentionsIn(now),
      before: mentionsIn(before),
      low: null,
      high: null,
      provenance: {
        source: say(sources.mentions, language),
        denominator: null,
        gaps: [say(gaps.leftOut, language)],
      },
    },
    shareFigure('negative', now, before, sureIn, language),
    shareFigure('positive', now, before, sureIn, language),
    shareFigure('unsure', now, before, readIn, language),
  ]
}

const readIn = (c: Counts) => sureIn(c) + c.unsure

function shareFigure(
  key: 'negative' | 'positive' | 'unsure',
  now: Counts,
  before: Counts,
  over: (counts: Counts) => number,
  language: Language,
): OverviewFigure {
  const share = wilson(now[key], over(now))
  const count = new Intl.NumberFormat(language).format(over(now))
  const denominator = key === 'unsure' ? denominators.read : denominators.sure
  return {
    key,
    label: say(labels[key], language),
    value: share?.value ?? null,
    before: wilson(before[key], over(before))?.value ?? null,
    low: share?.low ?? null,
    high: share?.high ?? null,
    provenance: {
      source: say(sources.opinion, language),
      denominator: say(denominator, language, { count }),
      gaps: shareGaps(share, key, now, language),
    },
  }
}

function shareGaps(share: Share | null, key: string, now: Counts, language: Language): string[] {
  const percent = (part: number) =>
    new Intl.NumberFormat(language, { style: 'percent' }).format(part)
  const { unsure, unread, byPerson } = now
  return [
    share
      ? say(gaps.interval, language, { low: percent(share.low), high: percent(share.high) })
      : say(gaps.tooFew, language, { fewest }),
    ...(key === 'unsure' ? [] : [say(gaps.modelError, language)]),
    ...(key === 'unsure' || unsure === 0 ? [] : [say(gaps.unsure, language, { count: unsure })]),
    ...(unread > 0 ? [say(gaps.unread, language, { count: unread })] : []),
    ...(byPerson > 0 ? [say(gaps.byPerson, language, { count: byPerson })] : []),
    say(gaps.leftOut, language),
  ]
}
