export { knowAuthor } from './know-author.ts'
export { knowAuthors } from './know-authors.ts'
export type { ContactCard } from './model.ts'
export { cardsOf } from './store.ts'
