import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense } from 'react'
import { fieldErrors } from '#web/api/index.ts'
import { ProblemMessage } from '#web/ui/index.ts'
import { EarlierPosts } from '../duplicates/earlier-posts.tsx'
import { PostMeter } from '../meters/post-meter.tsx'
import { Hints } from '../writing/parts.ts'
import { Checks } from './checks.tsx'
import { type Draft, textFor } from './draft.ts'
import { Previews } from './previews.tsx'
import { Story } from './story.tsx'
import type { Work } from './use-composer.ts'
import { wallTimeOf } from './when.ts'

const SeriesNote = lazy(() => import('../queue/series-note.tsx'))

const ComposerApproval = lazy(() => import('../approvals/composer-approval.tsx'))

/** Beside the text: what went wrong, what became of it, what the networks say, and how it will look. */
export function ComposerMargin({ work, now }: { work: Work; now: Date }) {
  const { t } = useLingui()
  const { steps, kept, deliveries, chosen, byId, isLocked, status } = work
  const problem = steps.problem ?? (kept.phase === 'refused' ? kept.problem : null)
  const sentences = [...new Set(Object.values(fieldErrors(problem)))]
  return (
    <aside
      aria-label={t`Checks and previews`}
      className="min-h-0 space-y-5 border-rule bg-sunken p-5 max-md:flex-1 max-md:border-t md:col-start-2 md:row-span-3 md:row-start-1 md:overflow-auto md:border-l"
    >
      {Boolean(problem) && (
        <div>
          <ProblemMessage problem={problem} />
          {sentences.length > 0 && (
            <ul className="list-disc border-l-2 border-bad bg-bad-soft pb-3 pl-11 text-sm">
              {sentences.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {work.origin?.kind === 'recurrence' && (
        <Suspense>
          <SeriesNote work={work} seriesId={work.origin.id} />
        </Suspense>
      )}
      {deliveries.length > 0 && <Story deliveries={deliveries} channels={byId} />}
      {/* "Nothing stops it from going out" would be untrue of what somebody must read first. */}
      {!isLocked && (status !== 'in-review' || work.findings.length > 0) && (
        <Checks
          findings={work.findings}
          channels={byId}
          chosen={chosen.length}
          isChecked={work.isChecked}
        />
      )}
      <Suspense>
        <ComposerApproval work={work} />
      </Suspense>
      {!isLocked && work.check && (
        <Suspense>
          <Hints
            hints={work.check.hints}
            textOf={textOf(work.check.draft)}
            channels={byId}
            postId={kept.saved.postId}
          />
        </Suspense>
      )}
      {!isLocked && <EarlierPosts checked={work.checked} channels={byId} />}
      {!isLocked && (
        <PostMeter
          draft={work.settled}
          postId={work.postId}
          wallTime={wallTimeOf(work.when)}
          channels={byId}
        />
      )}
      <Previews
        draft={work.settled}
        channels={chosen}
        media={work.media}
        rules={work.rules}
        connectors={work.connectors}
        departingOf={work.departingOf}
        now={now}
      />
    </aside>
  )
}

/** The main text, or an account's own. */
const textOf = (draft: Draft) => (channelId: string | null) =>
  channelId === null ? draft.text : textFor(draft, channelId)
