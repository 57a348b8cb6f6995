import { useLingui } from '@lingui/react/macro'
import type { AlertView } from '#domain/listening/alerts/api.ts'

type Risk = NonNullable<AlertView['risk']>

/** Each risk by its name, and as a post may read like it. */
export function useRiskWords(): Record<Risk, { name: string; like: string }> {
  const { t } = useLingui()
  return {
    leak: { name: t`Leak of inside information`, like: t`a leak of inside information` },
    impostor: { name: t`Impersonation`, like: t`an impersonation` },
    threat: { name: t`Threat or blackmail`, like: t`a threat or blackmail` },
    boycott: { name: t`Call to boycott`, like: t`a call to boycott` },
    safety: { name: t`Danger to people`, like: t`a danger to people` },
  }
}

/** What an alert is called: the query that is talked about, or the risk that a post carries. */
export function useAlertName({ risk, query }: Pick<AlertView, 'risk' | 'query'>): string {
  const words = useRiskWords()
  return risk === null ? query.name : words[risk].name
}
