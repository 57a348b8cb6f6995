/** What a post speaks of. */
export { MOST_TERMS, termsOf } from './terms-of.ts'
