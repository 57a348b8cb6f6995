import { Trans, useLingui } from '@lingui/react/macro'
import { type ComponentType, createElement, Suspense, useMemo } from 'react'
import type { PreviewImage, PreviewProps } from '#connectors/_contract/preview.ts'
import type { TextRules } from '#connectors/_contract/text-rules.ts'
import { cx } from '#web/ui/index.ts'
import { CardAdvice } from '../writing/parts.ts'
import { useLinkCard } from '../writing/use-link-card.ts'

/** One post of what an account would publish. */
export interface Said {
  kind: 'part' | 'comment'
  text: string
  images: PreviewImage[]
}

interface PreviewThreadProps extends Pick<
  PreviewProps,
  'account' | 'locale' | 'now' | 'theme' | 'options'
> {
  said: readonly Said[]
  rules: TextRules | undefined
  network: ComponentType<PreviewProps>
}

/** All that leaves by one account, as people will read it: the posts of a thread one under another, numbered. */
export function PreviewThread({ said, ...shared }: PreviewThreadProps) {
  const { t } = useLingui()
  const parts = said.filter(({ kind }) => kind === 'part')
  const [only] = said
  if (said.length === 1 && only) return <OnePost said={only} {...shared} />
  const of = parts.length
  return (
    <ol aria-label={t`Posts of the thread`}>
      {said.map((one, index) => {
        const place = index + 1
        return one.kind === 'comment' ? (
          <li key="comment" className={cx('mt-3', of > 1 && 'pl-8.5')}>
            <p className="mb-1 text-xs text-ink-3">
              <Trans>First comment</Trans>
            </p>
            <OnePost said={one} {...shared} />
          </li>
        ) : (
          <li key={index} className="flex gap-1.5">
            {of > 1 && (
              <span className="w-7 shrink-0 pt-4 text-xs whitespace-nowrap text-ink-3 tabular-nums">
                <span aria-hidden>
                  {place}/{of}
                </span>
                <span className="sr-only">
                  <Trans>
                    Part {place} of {of}
                  </Trans>
                </span>
              </span>
            )}
            <div className="min-w-0 flex-1">
              <OnePost said={one} {...shared} {...(of > 1 ? { thread: { place, of } } : {})} />
            </div>
          </li>
        )
      })}
    </ol>
  )
}

type OnePostProps = Omit<PreviewThreadProps, 'said'> & Pick<PreviewProps, 'thread'> & { said: Said }

function OnePost({ said: { text, images }, rules, network, ...shared }: OnePostProps) {
  const spans = useMemo(() => rules?.spans(text) ?? [], [rules, text])
  const found = useLinkCard(spans)
  return (
    <>
      {createElement(network, {
        text,
        spans,
        images,
        ...shared,
        ...(found?.card ? { card: { ...found.card, host: found.host } } : {}),
      })}
      {found && images.length === 0 && (
        <Suspense>
          <CardAdvice card={found} />
        </Suspense>
      )}
    </>
  )
}
