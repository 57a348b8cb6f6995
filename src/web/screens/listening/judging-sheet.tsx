import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { JudgingView, QueryView as SavedQuery } from '#domain/listening/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import { OuterLink, QueryView, Segmented, Sheet, useFormat } from '#web/ui/index.ts'
import { Highlighted } from './highlighted.tsx'

interface JudgingSheetProps {
  query: SavedQuery
  open: boolean
  onClose: () => void
}

/** Twenty mentions drawn at random: on the subject or not. From these, how precise the query is. */
export function JudgingSheet({ query, open, onClose }: JudgingSheetProps) {
  const { t } = useLingui()
  const { name } = query
  return (
    <Sheet {...{ open, onClose }} title={t`Judge “${name}”`} width={560}>
      <Judging queryId={query.id} />
    </Sheet>
  )
}

function Judging({ queryId }: { queryId: string }) {
  const { id } = useCompany()
  const key = ['mentions', id, 'judging', queryId]
  const judging = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => api.get<JudgingView>(`/queries/${queryId}/judging`, { signal }),
  })
  const client = useQueryClient()
  const judge = useMutation({
    mutationFn: (said: { mentionId: string; relevant: boolean | null }) =>
      api.put(`/queries/${queryId}/judgements`, said),
    // The answer is shown at once; the figures follow.
    onMutate: ({ mentionId, relevant }) => {
      client.setQueryData<JudgingView>(
        key,
        (view) =>
          view && {
            ...view,
            hits: view.hits.map((hit) =>
              hit.mention.id === mentionId ? { ...hit, relevant } : hit,
            ),
          },
      )
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  })
  return (
    <QueryView query={judging}>
      {(view) => (
        <div className="space-y-5">
          <Precision view={view} />
          <ol className="border-t border-rule">
            {view.hits.map(({ mention, relevant }) => (
              <Hit
                key={mention.id}
                mention={mention}
                relevant={relevant}
                onJudge={(said) => judge.mutate({ mentionId: mention.id, relevant: said })}
              />
            ))}
          </ol>
        </div>
      )}
    </QueryView>
  )
}

function Precision({ view }: { view: JudgingView }) {
  const f = useFormat()
  const { precision, judged, needed, noise, hits } = view
  // A decimal would claim more than twenty judgements tell.
  const whole = (share: number) => f.percent(Math.round(share * 100) / 100)
  const low = whole(precision?.low ?? 0)
  const high = whole(precision?.high ?? 0)
  if (hits.length === 0) {
    return (
      <p className="text-ink-2">
        <Trans>The query has found nothing yet: there is nothing to judge.</Trans>
      </p>
    )
  }
  const missing = needed - judged
  return (
    // As tall with as without what it says next: what is judged must not move under the hand.
    <div aria-live="polite" className="min-h-18">
      {precision ? (
        <p>
          <span className="title-serif text-2xl">{whole(precision.value)}</span>{' '}
          <Trans>
            of what it finds is on topic: between {low} and {high}, 19 times out of 20.
          </Trans>
        </p>
      ) : (
        <p>
          <Trans>We cannot tell yet.</Trans>{' '}
          <Plural value={missing} one="Judge one more." other="Judge # more." />
        </p>
      )}
      {noise.length > 0 && (
        <p className="mt-1 text-sm text-ink-2">
          <Trans>What is off topic comes from:</Trans>{' '}
          {noise
            .slice(0, 5)
            .map(({ written, off, judged: of }) => `${written} (${off}/${of})`)
            .join(', ')}
        </p>
      )}
    </div>
  )
}

interface HitProps {
  mention: JudgingView['hits'][number]['mention']
  relevant: boolean | null
  onJudge: (relevant: boolean) => void
}

function Hit({ mention, relevant, onJudge }: HitProps) {
  const { t } = useLingui()
  const who = mention.author?.name || mention.source.name
  return (
    <li className="border-b border-rule py-3">
      <p className="text-xs text-ink-2">
        <OuterLink url={mention.url} otherwise={<bdi>{who}</bdi>} className="underline">
          <bdi>{who}</bdi>
        </OuterLink>
      </p>
      {mention.title && (
        <p className="font-semibold">
          <Highlighted text={mention.title} places={mention.titleHighlights} />
        </p>
      )}
      <p className="mb-2 line-clamp-4 text-ink-2">
        <Highlighted text={mention.excerpt} places={mention.highlights} />
      </p>
      <Segmented
        label={t`Is this post by ${who} on topic?`}
        value={relevant === null ? '' : relevant ? 'on' : 'off'}
        onValue={(value) => onJudge(value === 'on')}
        options={[
          { value: 'on', label: t`On topic` },
          { value: 'off', label: t`Off topic` },
        ]}
      />
    </li>
  )
}
