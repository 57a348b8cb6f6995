import { useEffect, useState } from 'react'
import type { TextRules } from '#connectors/_contract/text-rules.ts'

type Load = () => Promise<{ text: TextRules }>

const modules = import.meta.glob('../../../connectors/*/text.ts') as Record<string, Load>
const known = new Map<string, TextRules>()

/**
 * How networks count and read a text: the very code the server runs, fetched network by network.
 * @returns the rules known so far, by connector
 */
export function useTextRules(connectorIds: readonly string[]): ReadonlyMap<string, TextRules> {
  const [rules, setRules] = useState<ReadonlyMap<string, TextRules>>(known)
  const wanted = [...new Set(connectorIds)].toSorted().join(' ')
  useEffect(() => {
    let gone = false
    const missing = wanted.split(' ').filter((id) => id && !known.has(id))
    void Promise.all(missing.map(load)).then(() => {
      if (!gone && missing.length > 0) setRules(new Map(known))
    })
    return () => {
      gone = true
    }
  }, [wanted])
  return rules
}

async function load(id: string): Promise<void> {
  const module = await modules[`../../../connectors/${id}/text.ts`]?.()
  if (module) known.set(id, module.text)
}
