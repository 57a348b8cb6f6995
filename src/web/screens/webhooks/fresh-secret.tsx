import { Trans, useLingui } from '@lingui/react/macro'
import { Button, CopyField } from '#web/ui/index.ts'

/** The signing secret; once this is closed nobody can read it again. */
export function FreshSecret({ secret, onClose }: { secret: string; onClose: () => void }) {
  const { t } = useLingui()
  return (
    <div className="space-y-5">
      <p className="text-ink-2">
        <Trans>
          It lets the program check that a message comes from Vigie, with any library of{' '}
          <a
            href="https://www.standardwebhooks.com"
            target="_blank"
            rel="noreferrer"
            className="underline underline-offset-2"
          >
            Standard Webhooks
          </a>
          . It is shown only once.
        </Trans>
      </p>
      <CopyField
        label={t`Signing secret`}
        value={secret}
        copied={t`Secret copied.`}
        selected={t({ message: 'Selected: copy it with your keyboard.', context: 'secret' })}
      />
      <Button onClick={onClose}>
        <Trans context="secret">I have copied it</Trans>
      </Button>
    </div>
  )
}
