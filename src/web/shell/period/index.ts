export { dayIn, daysAfter } from './days.ts'
export { PeriodChoice } from './period-choice.tsx'
export { usePeriod } from './use-period.ts'
