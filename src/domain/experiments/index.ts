export { conclude } from './conclude.ts'
export { preferenceOf } from './statistics/preference.ts'
export { planExperiment } from './plan-experiment.ts'
export { betaI } from './statistics/special-functions.ts'
