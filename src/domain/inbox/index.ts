export { importHistory, type PastConversation, type PastMessage } from './import-history.ts'
