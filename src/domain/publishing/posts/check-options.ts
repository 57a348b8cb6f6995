import type { Manifest } from '#connectors/_contract/manifest.ts'
import type { Text } from '#platform/text.ts'
import type { Copy } from './copy.ts'
import type { Finding } from './finding.ts'
import * as words from './findings.ts'

type Option = Manifest['options'][number]

/** What is wrong with the extras of a copy: by the manifest's own declaration, then by the network's rules. */
export function checkOptions({
  options,
  connector,
  channel,
}: Pick<Copy, 'options' | 'connector' | 'channel'>): Finding[] {
  const { name: network, options: known } = connector.manifest
  const problems: Finding[] = []
  for (const [name, value] of Object.entries(options)) {
    if (value === null || value === undefined) continue
    const option = known.find((one) => one.name === name)
    if (!option)
      problems.push({
        field: `options/${name}`,
        text: fill(words.unknownOption, { network, name }),
      })
    else if (!suits(option, value))
      problems.push({ field: `options/${name}`, text: wrongValue(option) })
  }
  if (problems.length > 0) return problems
  const { settings } = channel
  const refused = connector.checkOptions?.(options, settings && { settings }) ?? []
  return refused.map(({ field, reason }) => ({ field: `options/${field}`, text: reason }))
}

function suits({ kind, choices }: Option, value: unknown): boolean {
  switch (kind) {
    case 'switch':
      return typeof value === 'boolean'
    case 'minutes':
      return typeof value === 'number' && Number.isInteger(value) && value >= 0
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string')
    case 'choice':
      return choices?.some((choice) => choice.value === value) ?? false
    default:
      return typeof value === 'string'
  }
}

const wrongValue = ({ label }: Option): Text => ({
  en: words.wrongOption.en.replace('{name}', label.en),
  fr: words.wrongOption.fr.replace('{name}', label.fr),
})

function fill(text: Text, params: Record<string, string>): Text {
  const filled = (sentence: string) =>
    sentence.replace(/\{(\w+)\}/g, (_hole, name: string) => params[name] ?? '')
  return { en: filled(text.en), fr: filled(text.fr) }
}
