import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Comparison, Overview } from '#domain/listening/overview/api.ts'
import { api } from '#web/api/index.ts'
import {
  Button,
  Checkbox,
  ProblemMessage,
  QueryView,
  SelectField,
  Sheet,
  useToast,
} from '#web/ui/index.ts'
import { useComparison } from './queries.ts'

interface RivalsSheetProps {
  open: boolean
  onClose: () => void
  queries: Overview['queries']
}

/** Which saved query is us, and which are rivals. */
export function RivalsSheet({ open, onClose, queries }: RivalsSheetProps) {
  const { t } = useLingui()
  const comparison = useComparison()
  return (
    <Sheet {...{ open, onClose }} title={t`Us and our rivals`} width={400}>
      <QueryView query={comparison}>
        {(now) => <RivalsForm {...{ now, queries, onClose }} />}
      </QueryView>
    </Sheet>
  )
}

interface RivalsFormProps {
  now: Comparison
  queries: Overview['queries']
  onClose: () => void
}

function RivalsForm({ now, queries, onClose }: RivalsFormProps) {
  const { t } = useLingui()
  const client = useQueryClient()
  const toast = useToast()
  const [ours, setOurs] = useState(now.ours ?? '')
  const [rivals, setRivals] = useState(now.rivals)
  const [problem, setProblem] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const save = async () => {
    setBusy(true)
    try {
      const sent = { ours: ours || null, rivals: rivals.filter((id) => id !== ours) }
      await api.put('/listening/rivals', sent)
      await client.invalidateQueries({ queryKey: ['mentions'] })
      toast({ text: t`Comparison saved` })
      onClose()
    } catch (refusal) {
      setProblem(refusal)
      setBusy(false)
    }
  }

  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <SelectField
        label={t`Our own query`}
        options={[
          { value: '', label: t`None` },
          ...queries.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={ours}
        onValue={setOurs}
      />
      <fieldset>
        <legend className="mb-1 font-medium">
          <Trans>Rivals</Trans>
        </legend>
        <div className="space-y-2">
          {queries
            .filter(({ id }) => id !== ours)
            .map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={rivals.includes(id)}
                onChecked={(checked) =>
                  setRivals((before) =>
                    checked ? [...before, id] : before.filter((one) => one !== id),
                  )
                }
              />
            ))}
        </div>
      </fieldset>
      {problem !== null && <ProblemMessage problem={problem} />}
      <Button kind="solid" type="submit" busy={busy}>
        <Trans>Save</Trans>
      </Button>
    </form>
  )
}
