import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { ChannelView } from '#domain/channels/api.ts'
import type { Misbehaviour } from '#domain/practice/api.ts'
import {
  Button,
  Choice,
  CopyField,
  ProblemMessage,
  SelectField,
  Sheet,
  useToast,
} from '#web/ui/index.ts'
import { useMisbehave, useMisbehaviourWords } from './misbehaviour.ts'

interface MisbehaveSheetProps {
  channel: ChannelView
  open: boolean
  onClose: () => void
}

const TIMES = [1, 2, 3, 5, 10]

/** Makes the practice network fail towards one account, so that a person sees what the desk does then. */
export function MisbehaveSheet({ channel, open, onClose }: MisbehaveSheetProps) {
  const { t } = useLingui()
  const { handle } = channel
  return (
    <Sheet open={open} onClose={onClose} title={t`Make ${handle} misbehave`} width={560}>
      <Ask channel={channel} onClose={onClose} />
    </Sheet>
  )
}

function Ask({ channel, onClose }: Omit<MisbehaveSheetProps, 'open'>) {
  const { t } = useLingui()
  const toast = useToast()
  const words = useMisbehaviourWords()
  const { start } = useMisbehave(channel.id)
  const [kind, choose] = useState<Misbehaviour>('lost-answer')
  const [times, setTimes] = useState('1')
  const password = start.data?.password
  if (password) return <NewPassword {...{ channel, password, onClose }} />
  const wordsFor = (count: number) =>
    t`${plural(count, { one: 'The next post or answer', other: 'The next # posts or answers' })}`
  const begin = async () => {
    const { password: given } = await start.mutateAsync({ kind, times: Number(times) })
    if (given) return
    const { handle } = channel
    toast({ text: t`${handle} now misbehaves.` })
    onClose()
  }
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        void begin().catch(() => undefined)
      }}
    >
      <p className="text-ink-2">
        <Trans>
          Networks fail. Choose how, publish through this account, then open the post: its history
          shows each attempt and what Vigie did about it. None of this is real.
        </Trans>
      </p>
      <Choice<Misbehaviour>
        legend={t`What happens`}
        options={(Object.keys(words) as Misbehaviour[]).map((value) => ({
          value,
          ...words[value],
        }))}
        value={kind}
        onValue={choose}
      />
      {kind !== 'revoked' && (
        <SelectField
          label={t`How many times`}
          value={times}
          onValue={setTimes}
          options={TIMES.map((times) => ({ value: String(times), label: wordsFor(times) }))}
        />
      )}
      {start.error !== null && <ProblemMessage problem={start.error} />}
      <Button type="submit" kind="solid" busy={start.isPending}>
        <Trans>Make it misbehave</Trans>
      </Button>
    </form>
  )
}

/** An account that came with the shop has a password that nobody chose. */
function NewPassword({
  channel,
  password,
  onClose,
}: Omit<MisbehaveSheetProps, 'open'> & { password: string }) {
  const { t } = useLingui()
  const { handle } = channel
  return (
    <div className="space-y-5">
      <p>
        <Trans>
          The network revokes access at the next request. To reconnect {handle} you will need its
          password, which nobody had chosen: here is a new one, shown only once.
        </Trans>
      </p>
      <CopyField
        label={t`Password for ${handle}`}
        value={password}
        copied={t`Password copied.`}
        selected={t`The password is selected: copy it.`}
      />
      <Button kind="solid" onClick={onClose}>
        <Trans>I’ve noted it</Trans>
      </Button>
    </div>
  )
}
