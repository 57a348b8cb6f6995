export { conclude } from './conclude.ts'
export { type Preference, preferenceOf } from './statistics/preference.ts'
export { planExperiment } from './plan-experiment.ts'
