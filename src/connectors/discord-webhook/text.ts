export { text } from '#connectors/_discord/text.ts'
