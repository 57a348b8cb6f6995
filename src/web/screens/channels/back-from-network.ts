import { useLingui } from '@lingui/react/macro'
import { useEffect } from 'react'
import { useUrlState } from '#web/shell/url-state.ts'
import { useToast } from '#web/ui/index.ts'

/**
 * After the network's own pages the desk opens /channels?connected=… or ?problem=…
 * The success is told once and taken off the address; the sentence of a refusal is returned.
 */
export function useBackFromNetwork(): string {
  const { t } = useLingui()
  const toast = useToast()
  const [connected, setConnected] = useUrlState('connected', '')
  const [problem] = useUrlState('problem', '')
  useEffect(() => {
    if (connected === '') return
    setConnected('')
    toast({ text: t`The account is connected.` })
  }, [connected, setConnected, toast, t])
  return problem
}
