import { Plural, Trans } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import type { AlertSettings } from '#domain/listening/alerts/api.ts'
import { Checkbox, QueryView } from '#web/ui/index.ts'
import { useRiskyPosts } from './queries.ts'
import { useRiskWords } from './use-risk-words.ts'

type Risk = AlertSettings['risks'][number]

interface Props {
  chosen: Risk[]
  onChosen: (risks: Risk[]) => void
}

/** Which posts are told one by one, each kind with what it would have cost of late. */
export function RiskFields({ chosen, onChosen }: Props) {
  const words = useRiskWords()
  const posts = useRiskyPosts()
  const choose = (risk: Risk, isChosen: boolean) =>
    onChosen(isChosen ? [...chosen, risk] : chosen.filter((one) => one !== risk))
  return (
    <fieldset>
      <legend className="font-medium">
        <Trans>A single post is enough</Trans>
      </legend>
      <p className="mb-2 text-sm text-ink-2">
        <Trans>
          Besides the budget above, you are told at once of a post that reads like one of these.
          Vigie reads words, not intentions: some will be harmless.
        </Trans>
      </p>
      <QueryView query={posts}>
        {(counts) => (
          <ul className="space-y-1.5">
            {counts.map(({ risk, posts: count }) => (
              <li key={risk} className="flex flex-wrap items-center gap-x-3">
                <Checkbox
                  label={words[risk].name}
                  checked={chosen.includes(risk)}
                  onChecked={(isChosen) => choose(risk, isChosen)}
                />
                {count === 0 ? (
                  <span className="text-sm text-ink-2">
                    <Trans>none in the last 30 days</Trans>
                  </span>
                ) : (
                  <Link
                    to="/listening"
                    search={{ signal: `risk:${risk}`, period: '720' }}
                    target="_blank"
                    className="text-sm text-accent underline"
                  >
                    <span className="sr-only">{words[risk].name} · </span>
                    <Plural
                      value={count}
                      one="# in the last 30 days"
                      other="# in the last 30 days"
                    />
                  </Link>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </fieldset>
  )
}
