export { deliveryCounts, followersAt } from './counts.ts'
export { type Reading, recordFacts } from './record-facts.ts'
