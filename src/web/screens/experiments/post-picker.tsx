import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { PostSummary } from '#domain/publishing/api.ts'
import { Button, QueryView, Skeleton, TextField } from '#web/ui/index.ts'
import { type Arm, PickerRow } from './picker-row.tsx'
import { useComparablePosts } from './queries.ts'

export interface Arms {
  a: string[]
  b: string[]
}

interface PostPickerProps {
  arms: Arms
  onArms: (arms: Arms) => void
  /** Posts that are in the comparison already: not offered again. */
  taken?: readonly string[]
  error?: string
}

const FIRST = 20

/** Posts and drafts, each put into A, B or neither. */
export function PostPicker({ arms, onArms, taken = [], error }: PostPickerProps) {
  const { t } = useLingui()
  const posts = useComparablePosts()
  const [wanted, setWanted] = useState('')
  const [all, showAll] = useState(false)
  const [inA, inB] = [arms.a.length, arms.b.length]
  return (
    <section className="max-w-3xl" aria-labelledby="picker-title">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="picker-title" className="title-serif text-xl">
          <Trans>The posts of each version</Trans>
        </h2>
        <p className="text-ink-2" aria-live="polite">
          <Trans>
            A: {inA} · B: {inB}
          </Trans>
        </p>
      </div>
      {error && (
        <p role="alert" className="mt-1 text-sm font-medium text-bad">
          {error}
        </p>
      )}
      <TextField
        className="my-3 max-w-xs"
        label={t`Find a post`}
        type="search"
        value={wanted}
        onValue={setWanted}
      />
      <QueryView query={posts} skeleton={<Skeleton rows={6} height={56} />}>
        {(list) => {
          const offered = find(list, wanted).filter(({ id }) => !taken.includes(id))
          const chosen = [...arms.a, ...arms.b]
          const shown = all
            ? offered
            : offered.filter(({ id }, at) => at < FIRST || chosen.includes(id))
          return (
            <>
              <ul className="border-t border-ink">
                {shown.map((post) => (
                  <PickerRow
                    key={post.id}
                    post={post}
                    arm={armOf(arms, post.id)}
                    onArm={(arm) => onArms(put(arms, post.id, arm))}
                  />
                ))}
              </ul>
              {offered.length === 0 && (
                <p className="py-6 text-ink-2">
                  <Trans>No post to show. Write two versions first, as drafts or scheduled.</Trans>
                </p>
              )}
              {shown.length < offered.length && (
                <Button kind="quiet" className="mt-2" onClick={() => showAll(true)}>
                  <Trans>Show all {offered.length} posts</Trans>
                </Button>
              )}
            </>
          )
        }}
      </QueryView>
    </section>
  )
}

function armOf({ a, b }: Arms, id: string): Arm {
  if (a.includes(id)) return 'a'
  return b.includes(id) ? 'b' : ''
}

function put({ a, b }: Arms, id: string, arm: Arm): Arms {
  const without = (ids: string[]) => ids.filter((other) => other !== id)
  return {
    a: arm === 'a' ? [...without(a), id] : without(a),
    b: arm === 'b' ? [...without(b), id] : without(b),
  }
}

function find(posts: PostSummary[], wanted: string): PostSummary[] {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return posts.filter(({ excerpt }) => plain(excerpt).includes(plain(wanted.trim())))
}
