import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { MentionView } from '#domain/listening/api.ts'
import { useMembers, useSession } from '#web/api/index.ts'
import { Button, SelectField, Sheet, TextAreaField } from '#web/ui/index.ts'
import { useAssign } from './assign.ts'

interface HandOverProps {
  mention: MentionView
  close: () => void
}

/** Puts somebody in charge with a word of why: it stands by the mention, and in the letter they get. */
export function HandOver({ mention, close }: HandOverProps) {
  const { t } = useLingui()
  const { user } = useSession()
  const members = useMembers().data ?? []
  const assign = useAssign()
  const { assignment, excerpt } = mention
  const [userId, choose] = useState(assignment?.userId ?? '')
  const [note, setNote] = useState(assignment?.note ?? '')
  const [isRefused, refuse] = useState(false)
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!userId) return refuse(true)
    setBusy(true)
    if (await assign(mention, userId, note.trim())) close()
    else setBusy(false)
  }
  return (
    <Sheet
      open
      onClose={close}
      title={t`Assign a mention`}
      width={400}
      footer={
        <Button type="submit" form="hand-over" kind="solid" busy={busy}>
          <Trans>Assign</Trans>
        </Button>
      }
    >
      <form
        id="hand-over"
        noValidate
        onSubmit={(event) => void submit(event)}
        className="space-y-4"
      >
        <blockquote className="line-clamp-4 border-l-2 border-rule-strong pl-3 text-ink-2">
          {excerpt}
        </blockquote>
        <SelectField
          label={t`Assign to`}
          value={userId}
          onValue={choose}
          error={isRefused && !userId ? t`Choose someone.` : undefined}
          options={[
            { value: '', label: t`Choose…` },
            ...members.map(({ userId: value, name }) => ({
              value,
              label: value === user.id ? t`${name} (me)` : name,
            })),
          ]}
        />
        <TextAreaField
          label={t`Add a note`}
          hint={t`Shown beside the mention. If Vigie can send e-mail, they also get it by e-mail.`}
          optional
          autosize
          maxLength={500}
          value={note}
          onValue={setNote}
        />
      </form>
    </Sheet>
  )
}
