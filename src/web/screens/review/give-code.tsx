import { Trans, useLingui } from '@lingui/react/macro'
import { Button, ProblemMessage, TextField, useForm } from '#web/ui/index.ts'

/** The code that was told by another way than the link. */
export function GiveCode({ give }: { give: (passcode: string) => Promise<void> }) {
  const { t } = useLingui()
  const form = useForm({
    initial: { passcode: '' },
    check: ({ passcode }) => (passcode.trim() ? {} : { passcode: t`Enter the code.` }),
    send: ({ passcode }) => give(passcode),
  })
  return (
    <form {...form.props} className="max-w-80 space-y-4">
      <p className="text-ink-2">
        <Trans>Whoever sent you this link gave you a code as well.</Trans>
      </p>
      <TextField {...form.field('passcode')} label={t`Code`} autoComplete="off" />
      {form.problem !== null && <ProblemMessage problem={form.problem} />}
      <Button type="submit" kind="solid" busy={form.busy} className="max-md:h-12 max-md:w-full">
        <Trans>Open</Trans>
      </Button>
    </form>
  )
}
