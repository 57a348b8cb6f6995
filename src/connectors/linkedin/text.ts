export { text } from '#connectors/_linkedin/text.ts'
