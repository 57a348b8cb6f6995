export { knowAuthor } from './know-author.ts'
export type { ContactCard } from './model.ts'
export { cardsOf } from './store.ts'
