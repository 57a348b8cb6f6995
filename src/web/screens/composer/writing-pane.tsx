import { useLingui } from '@lingui/react/macro'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { AskForHelp } from '../writing/parts.ts'
import { usePassage } from '../writing/passage.ts'
import { useSuggestedLabels } from '../writing/use-suggested-labels.tsx'
import { AccountChips } from './account-chips.tsx'
import { CompletedText } from './completed-text.tsx'
import { Conflict } from './conflict.tsx'
import { Departures } from './departures.tsx'
import { withCrop, withoutMedia } from './draft.ts'
import { isUsable } from './last-accounts.ts'
import { LinksForm } from './links-form.tsx'
import { NotYours } from './not-yours.tsx'
import { OptionsForm } from './options-form.tsx'
import { Pictures } from './pictures.tsx'
import { Restored } from './restored.tsx'
import type { Work } from './use-composer.ts'

const FilingForm = lazy(() => import('../campaigns/filing-form.tsx'))
const Following = lazy(() => import('../thread/following.tsx'))
const InsertPhrase = lazy(() => import('../phrases/insert-phrase.tsx'))

const NO_COUNTS = new Map<string, never>()

/** Where one writes: the accounts, the text, and below it what goes with it. */
export function WritingPane({ work }: { work: Work }) {
  const { t } = useLingui()
  const { draft, kept, keeper, write, isLocked, byId, chosen, spansOf, media } = work
  const { box: text, note } = work.selection
  // The whole purpose of opening it; what has left is only read.
  useEffect(() => {
    if (!isLocked) text.current?.focus()
  }, [isLocked, text])
  const spans = useMemo(() => spansOf?.(draft.text) ?? [], [spansOf, draft.text])
  const passage = usePassage(null, draft.text)
  const suggested = useSuggestedLabels(draft.text, draft.language, kept.saved.postId)
  const departing = draft.variants.filter((one) => one.text !== null)
  return (
    <div className="min-h-0 px-5 pb-4 md:col-start-1 md:row-start-2 md:overflow-auto md:px-6">
      <div className="flex min-h-full flex-col">
        {work.restored && kept.phase !== 'conflict' && (
          <Restored at={work.restored.at} discard={() => void work.restored?.discard()} />
        )}
        {kept.phase === 'conflict' && kept.theirs && (
          <Conflict
            mine={draft.text}
            theirs={kept.theirs.text}
            problem={kept.problem}
            choose={keeper.choose}
          />
        )}
        {work.others.length > 0 && <NotYours channels={work.others} />}
        <AccountChips
          channels={isLocked ? chosen : work.offered}
          chosen={new Set(chosen.map(({ id }) => id))}
          counts={isLocked ? NO_COUNTS : work.counts}
          departing={new Set(departing.map(({ channelId }) => channelId))}
          onToggle={work.toggle}
          disabled={isLocked}
          noneIsYours={[...byId.values()].some(isUsable)}
        />
        {/* All the blank below the text belongs to it. */}
        <div
          className="flex-1 cursor-text py-4"
          onClick={() => text.current?.focus()}
          role="presentation"
        >
          <CompletedText
            ref={text}
            channels={chosen}
            aria-label={t`Text of the post`}
            placeholder={t`What do you want to say?`}
            value={draft.text}
            onValue={(next) => write((was) => ({ ...was, text: next }))}
            spans={spans}
            departures={passage}
            onSelect={(event) => note(event.currentTarget)}
            readOnly={isLocked}
            maxLength={20_000}
          />
        </div>
        {!isLocked && (
          <Suspense fallback={<div className="h-7" />}>
            <div className="flex flex-wrap items-start gap-x-2">
              <InsertPhrase language={draft.language} main={text} />
              <AskForHelp
                text={draft.text}
                onTake={(next) => write((was) => ({ ...was, text: next }))}
              />
            </div>
          </Suspense>
        )}
        <Suspense fallback={<div className="h-7" />}>
          <Following
            {...{ draft, write }}
            checked={work.checked}
            channels={byId}
            disabled={isLocked}
          />
        </Suspense>
        <Departures
          {...{ draft, media, write }}
          rules={work.rules}
          channels={byId}
          disabled={isLocked}
        />
        <Pictures
          mediaIds={draft.mediaIds}
          media={media}
          uploads={work.uploads}
          onOrder={(mediaIds) => write((was) => ({ ...was, mediaIds }))}
          onRemove={(id) => write((was) => withoutMedia(was, id))}
          onPick={work.pick}
          onChanged={work.changedMedia}
          departingOf={work.departingOf}
          onCrop={(channelId, id, crop) => write((was) => withCrop(was, channelId, id, crop))}
          disabled={isLocked}
        />
        <div className="mt-3">
          <OptionsForm
            {...{ draft, write }}
            connectors={work.connectors}
            channels={byId}
            problemOf={work.problemOf}
            disabled={isLocked}
          />
          <Suspense fallback={<div className="h-9 border-t border-rule" />}>
            <FilingForm
              filed={draft}
              onFiled={(changes) => write((was) => ({ ...was, ...changes }))}
              {...(suggested ? { suggested } : {})}
              postId={kept.saved.postId}
              hasLeft={isLocked}
            />
          </Suspense>
          <LinksForm
            {...{ draft, write }}
            leaving={work.checked}
            channels={byId}
            disabled={isLocked}
          />
        </div>
      </div>
    </div>
  )
}
