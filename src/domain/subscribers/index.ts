export { mailingsOf } from './mailings.ts'
