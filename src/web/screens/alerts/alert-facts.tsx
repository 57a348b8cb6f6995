import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { AlertDetail } from '#domain/listening/alerts/api.ts'
import { OuterLink, RelativeTime, useFormat } from '#web/ui/index.ts'

type Facts = AlertDetail['facts']

interface Props {
  facts: Facts
  /** Of single posts: the first of them comes first, and nothing is held against the usual. */
  isPosts: boolean
}

/** What changed against the usual, one line each; what is not known is not made up. */
export function AlertFacts({ facts, isPosts }: Props) {
  const { t } = useLingui()
  const f = useFormat()
  const { terms, first, amplifier, negatives, spread } = facts
  const title = isPosts ? t({ message: 'What was said', context: 'alert' }) : t`What changed`
  return (
    <section aria-label={title}>
      <h2 className="title-serif text-xl">{title}</h2>
      <dl className="mt-2 border-t border-ink">
        {isPosts && <First first={first} />}
        <Fact name={t`Reach and speed`}>
          <Spread spread={spread} />
        </Fact>
        {terms.length > 0 && (
          <Fact name={t`New words`}>
            <ul className="flex flex-wrap gap-x-4 gap-y-1">
              {terms.map(({ word, posts, before }) => (
                <li key={word}>
                  <span className="font-medium">{word}</span>{' '}
                  <span className="text-xs text-ink-2">
                    <Trans>
                      {f.number(posts)}, {f.number(before)} before
                    </Trans>
                  </span>
                </li>
              ))}
            </ul>
            <p className="mt-0.5 text-xs text-ink-2">
              <Trans>Mentions with the word, and those of the fortnight before.</Trans>
            </p>
          </Fact>
        )}
        {!isPosts && <First first={first} />}
        {amplifier && (
          <Fact name={t`Biggest amplifier`}>
            <span className="font-medium">{amplifier.name}</span>{' '}
            <span className="text-ink-2">
              {amplifier.followers !== null && (
                <>
                  <Plural value={amplifier.followers} one="# follower" other="# followers" />
                  {', '}
                </>
              )}
              <Plural value={amplifier.posts} one="# mention" other="# mentions" />
            </span>
            {amplifier.url !== null && (
              <>
                {' · '}
                <Original url={amplifier.url} />
              </>
            )}
          </Fact>
        )}
        {negatives && negatives.judged > 0 && (
          <Fact name={t`Negative`}>
            <Trans>
              {f.percent(negatives.negative / negatives.judged)} of the {f.number(negatives.judged)}{' '}
              judged
            </Trans>
          </Fact>
        )}
      </dl>
    </section>
  )
}

function First({ first }: Pick<Facts, 'first'>) {
  const { t } = useLingui()
  if (!first) return null
  return (
    <Fact name={t`First post`}>
      <blockquote className="max-w-prose">{first.excerpt}</blockquote>
      <p className="mt-0.5 text-xs text-ink-2">
        {first.author} · <RelativeTime at={first.at} />
        {first.url !== '' && ' · '}
        <Original url={first.url} />
      </p>
    </Fact>
  )
}

function Spread({ spread }: { spread: Facts['spread'] }) {
  const { posts, authors, sources, lastHour, hourBefore } = spread
  return (
    <>
      <Plural value={posts} one="# mention" other="# mentions" />
      {', '}
      <Plural value={authors} one="# author" other="# authors" />
      {', '}
      <Plural value={sources} one="# source" other="# sources" />
      <span className="block text-ink-2">
        <Trans>
          {lastHour} in the last hour, {hourBefore} in the one before
        </Trans>
      </span>
    </>
  )
}

function Original({ url }: { url: string }) {
  return (
    <OuterLink url={url} className="text-accent underline">
      <Trans>Open the original</Trans>
    </OuterLink>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="gap-4 border-b border-rule py-2.5 md:flex">
      <dt className="shrink-0 text-sm text-ink-2 md:w-44">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}
