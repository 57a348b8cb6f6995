import type { NewExperiment } from '#domain/experiments/api.ts'

/** The rule as a form holds it: texts only. */
export type Rule = {
  figure: string
  exposure: string
  windowHours: string
  minimumEffect: string
  certainty: string
}

export const initialRule: Rule = {
  figure: 'clicks',
  exposure: 'followers',
  windowHours: '72',
  minimumEffect: '0.5',
  certainty: '0.95',
}

export function ruleOf(rule: Rule): Omit<NewExperiment, 'name' | 'hypothesis' | 'a' | 'b'> {
  return {
    figure: rule.figure as NewExperiment['figure'],
    exposure: rule.exposure as NonNullable<NewExperiment['exposure']>,
    windowHours: Number(rule.windowHours),
    minimumEffect: Number(rule.minimumEffect),
    certainty: Number(rule.certainty) as NonNullable<NewExperiment['certainty']>,
  }
}
