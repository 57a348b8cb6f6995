export { importHistory, type PastConversation, type PastMessage } from './import-history.ts'
export { keepInbound } from './keep-inbound.ts'
