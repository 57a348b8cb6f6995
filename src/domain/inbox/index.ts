export { keepInbound } from './keep-inbound.ts'
