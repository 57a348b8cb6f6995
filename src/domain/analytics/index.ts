export { deliveryCounts, followersAt } from './counts.ts'
export { ENGAGEMENT } from './gains.ts'
export { importFacts } from './import-facts.ts'
export { type Reading, recordFacts } from './record-facts.ts'
