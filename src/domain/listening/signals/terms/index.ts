/** What a post speaks of. */
export { MOST_TERMS, type Term, termsOf } from './terms-of.ts'
