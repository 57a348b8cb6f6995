export { conclude } from './conclude.ts'
export { planExperiment } from './plan-experiment.ts'
