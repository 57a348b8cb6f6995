import { Plural, Trans } from '@lingui/react/macro'
import { useFormat } from '#web/ui/index.ts'
import { useForecast } from './queries.ts'
import type { Rule } from './rule.ts'

/** Says before it starts how much the comparison will need: often more than one would think. */
export function ForecastNote({ rule: { figure, minimumEffect, certainty } }: { rule: Rule }) {
  const f = useFormat()
  const { data } = useForecast({ figure, minimumEffect, certainty })
  if (!data) return null
  const events = about(data.events)
  const effect = f.percent(Number(minimumEffect))
  return (
    <section className="border-t border-ink pt-3" aria-live="polite">
      <p className="title-serif text-3xl text-ink tabular-nums">{f.number(events)}</p>
      <p>
        {figure === 'clicks' ? (
          <Trans>clicks of A and B together</Trans>
        ) : (
          <Trans>reactions to A and B together</Trans>
        )}
      </p>
      <p className="mt-3">
        <Trans>
          Nothing is decided before. With that many, a difference of {effect} is seen four times in
          five.
        </Trans>
      </p>
      <p className="mt-3">
        <Pace perPost={data.perPost} posts={data.posts} />
      </p>
      <p className="mt-3 text-ink-3">
        <Trans>
          Publish A and B from the same accounts at similar times, several of each: any other
          difference would be mistaken for the message.
        </Trans>
      </p>
    </section>
  )
}

function Pace({ perPost, posts }: { perPost: number | null; posts: number | null }) {
  const f = useFormat()
  if (perPost === null || posts === null) {
    return (
      <Trans>How many posts that takes cannot be told yet: no figure in the last 90 days.</Trans>
    )
  }
  const pace = f.number(Math.round(perPost * 10) / 10)
  return (
    <Trans>
      Your posts brought {pace} each on average over 90 days: that is about{' '}
      <Plural value={posts} one="# post" other="# posts" />.
    </Trans>
  )
}

const about = (n: number) => Number(n.toPrecision(2))
