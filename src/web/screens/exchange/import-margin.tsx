import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import type { ImportView } from '#domain/exchange/api.ts'
import { api } from '#web/api/index.ts'
import { Button, Choice, MarginColumn, ProblemMessage, Switch, TextField } from '#web/ui/index.ts'
import { AccountBoxes } from './account-boxes.tsx'
import { useKeepImport } from './queries.ts'

type Choices = Partial<ImportView['choices']>

/** What is decided for the file as a whole, and the button that makes it so. */
export function ImportMargin({ view }: { view: ImportView }) {
  const { t } = useLingui()
  const { id, kind, ready, wrong } = view
  const keep = useKeepImport()
  const choose = useMutation({
    mutationFn: (changes: Choices) => api.patch<ImportView>(`/imports/${id}`, changes),
    onSuccess: keep,
  })
  // Shown as chosen while the desk works out what it changes.
  const choices = { ...view.choices, ...(choose.isPending ? choose.variables : {}) }
  const confirm = useMutation({
    mutationFn: () =>
      api.post<ImportView>(`/imports/${id}/confirm`, { wrong: wrong > 0 ? 'leave-out' : 'refuse' }),
    onSuccess: keep,
  })
  const problem = confirm.error ?? choose.error
  return (
    <MarginColumn label={t`For the whole file`}>
      <AccountBoxes
        legend={<Trans>Accounts for rows that name none</Trans>}
        chosen={choices.channelIds}
        choose={(channelIds) => choose.mutate({ channelIds })}
      />
      {kind === 'csv' && (
        <Choice
          legend={t`01/12 is`}
          options={[
            { value: 'day', label: t`1 December` },
            { value: 'month', label: t`12 January` },
          ]}
          value={choices.dayFirst === null ? '' : choices.dayFirst ? 'day' : 'month'}
          onValue={(value) => choose.mutate({ dayFirst: value === 'day' })}
        />
      )}
      <TextField
        label={t`Time when none is given`}
        type="time"
        value={choices.hour}
        onValue={(hour) => {
          if (hour) choose.mutate({ hour })
        }}
      />
      <Switch
        label={t`Everything as drafts`}
        hint={t`Dates are ignored; nothing is scheduled.`}
        checked={choices.asDrafts}
        onChecked={(asDrafts) => choose.mutate({ asDrafts })}
      />
      {problem && <ProblemMessage problem={problem} />}
      <div className="border-t border-ink pt-4">
        <Button
          kind="solid"
          className="w-full"
          disabled={ready === 0 || choose.isPending}
          busy={confirm.isPending}
          onClick={() => confirm.mutate()}
        >
          <Plural value={ready} one="Import # post" other="Import # posts" />
        </Button>
        <p className="mt-2 text-xs text-ink-3">
          {wrong > 0 ? (
            <Plural
              value={wrong}
              one="# row to correct is left out. Correct it and send it again to import it."
              other="# rows to correct are left out. Correct them and send them again to import them."
            />
          ) : (
            <Trans>
              Either all of them are created, or none. It can be undone until something has gone
              out.
            </Trans>
          )}
        </p>
      </div>
    </MarginColumn>
  )
}
