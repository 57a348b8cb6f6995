import { useLingui } from '@lingui/react/macro'
import type { CaseSummary } from '#domain/cases/api.ts'

/** Kinds and states of cases, as people name them. */
export function useCaseWords() {
  const { t } = useLingui()
  const kinds: Record<CaseSummary['kind'], string> = {
    lead: t({ message: 'Lead', context: 'somebody who may buy' }),
    case: t({ message: 'Case', context: 'a complaint or a risk' }),
  }
  const states: Record<CaseSummary['state'], string> = {
    open: t({ message: 'Open', context: 'lead or case' }),
    won: t({ message: 'Won', context: 'lead' }),
    lost: t({ message: 'Lost', context: 'lead' }),
    closed: t({ message: 'Closed', context: 'case' }),
  }
  return { kinds, states, titleOf: (one: CaseSummary) => one.title ?? kinds[one.kind] }
}
