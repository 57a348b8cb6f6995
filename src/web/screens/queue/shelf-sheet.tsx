import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { PostSummary, PostView } from '#domain/publishing/api.ts'
import { api, useCompany } from '#web/api/index.ts'
import {
  Button,
  Choice,
  ProblemMessage,
  QueryView,
  Sheet,
  TextField,
  useFormat,
  useNow,
} from '#web/ui/index.ts'
import { draftOf } from '../composer/draft.ts'

const LOOK_BACK = 90 * 86_400_000

/** Chooses one of the posts that have left, and how often it may leave again. */
export function ShelfSheet({ open, close }: { open: boolean; close: () => void }) {
  const { t } = useLingui()
  return (
    <Sheet open={open} onClose={close} title={t`Add a post to the shelf`} width={560}>
      <ShelfForm close={close} />
    </Sheet>
  )
}

function ShelfForm({ close }: { close: () => void }) {
  const { t } = useLingui()
  const client = useQueryClient()
  const [postId, choose] = useState('')
  const [weeks, setWeeks] = useState('8')
  const [until, setUntil] = useState('')
  const put = useMutation({
    mutationFn: async () => {
      const post = draftOf(await api.get<PostView>(`/posts/${postId}`))
      const everyWeeks = Number(weeks)
      return api.post('/evergreens', { post, everyWeeks, until: until || null })
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['posts'] })
      close()
    },
  })
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (postId) put.mutate()
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label={t`At most once every … weeks`}
          type="number"
          min={1}
          max={104}
          value={weeks}
          onValue={setWeeks}
        />
        <TextField label={t`Last day`} optional type="date" value={until} onValue={setUntil} />
      </div>
      <Left chosen={postId} choose={choose} />
      {put.error && <ProblemMessage problem={put.error} />}
      <Button type="submit" kind="solid" busy={put.isPending} disabled={!postId}>
        <Trans>Add it to the shelf</Trans>
      </Button>
    </form>
  )
}

function Left({ chosen, choose }: { chosen: string; choose: (id: string) => void }) {
  const f = useFormat()
  const { id } = useCompany()
  const now = useNow()
  const [to] = useState(() => new Date(now).toISOString())
  const from = new Date(Date.parse(to) - LOOK_BACK).toISOString()
  const posts = useQuery({
    queryKey: ['posts', 'list', id, 'left', from],
    queryFn: ({ signal }) =>
      api.get<PostSummary[]>('/posts', { query: { from, to, status: ['published'] }, signal }),
  })
  return (
    <QueryView query={posts}>
      {(list) => (
        <Choice
          legend={<Trans>Posts of the last three months</Trans>}
          value={chosen}
          onValue={choose}
          options={list.toReversed().map(({ id: value, excerpt, scheduledAt }) => ({
            value,
            label: <span className="line-clamp-2">{excerpt}</span>,
            hint: scheduledAt && f.date(scheduledAt),
          }))}
        />
      )}
    </QueryView>
  )
}
