export { dayIn, daysAfter } from './days.ts'
export { PeriodChoice } from './period-choice.tsx'
export { type Period } from './period-of.ts'
export { usePeriod } from './use-period.ts'
