import { Trans, useLingui } from '@lingui/react/macro'
import type { FreshInvitation } from '#domain/governance/api.ts'
import { Button, CopyField } from '#web/ui/index.ts'

/** What became of the letter, and the link to give by hand; once this is closed nobody can read it again. */
export function FreshLink({ one, onClose }: { one: FreshInvitation; onClose: () => void }) {
  const { t } = useLingui()
  const { email } = one
  return (
    <div className="space-y-5">
      <p>
        {one.letter === 'sent' ? (
          <Trans>
            An e-mail is on its way to {email}. You can also give them the link yourself:
          </Trans>
        ) : one.letter === 'no-server' ? (
          <Trans>Vigie sends no e-mail here: give {email} this link yourself.</Trans>
        ) : (
          <Trans>The e-mail to {email} could not be sent: give them this link yourself.</Trans>
        )}
      </p>
      <CopyField
        label={t`Link`}
        hint={t`For one person, for one use, valid for seven days.`}
        value={one.link}
        copied={t`Link copied.`}
        selected={t`Link selected: copy it with your keyboard.`}
      />
      <Button onClick={onClose}>
        <Trans>Done</Trans>
      </Button>
    </div>
  )
}
