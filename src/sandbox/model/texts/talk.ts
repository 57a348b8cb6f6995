import type { Language } from '#platform/text.ts'

/** What people say of furniture, and of a shop, in their own posts. `{brand}` is a name, `{at}` a handle. */
export const talk: Record<Language, { trade: readonly string[]; brand: readonly string[] }> = {
  fr: {
    trade: [
      'Quelqu’un connaît un bon ébéniste vers {city} ?',
      'Jour {weeks} sans canapé. On mange par terre, on vit bien.',
      'Brocante de {city} ce matin : un bureau en {wood} pour trente euros.',
      'Je cherche une table en {wood} massif, pas trop chère, fabriquée en France. Des idées ?',
      'Pourquoi toutes les chaises confortables sont-elles laides ?',
      'Monter une étagère {day} soir : mauvaise idée',
      'Le {wood}, ça se nourrit à l’huile de lin, on est d’accord ?',
      'Fini de poncer le buffet de ma grand-mère. Il aura tenu trois générations.',
      'Livraison prévue {day}, j’y crois moyennement',
      'Conseil : mesurez votre escalier AVANT d’acheter un canapé.',
      'Un fauteuil, une lampe, un livre. Le reste est superflu.',
      'Qui a déjà fait retapisser un fauteuil à {city} ? Quel budget ?',
    ],
    brand: [
      'Passage chez {brand} {day} : accueil parfait, et une table en {wood} dont je rêve encore.',
      'Quelqu’un a déjà commandé chez {brand} ? Les délais sont tenus ?',
      '{brand} m’annonce encore {weeks} semaines de retard. Je regrette un peu.',
      'Pour {someone}, ce sera un tabouret de chez {brand}. Chut.',
      'Ma bibliothèque {brand} a survécu à son troisième déménagement.',
      'Vu dans un café de {city} : des chaises {brand}. Très confortables.',
      '{at} vous êtes ouverts {day} ?',
      '{at} merci pour la réparation, le tiroir glisse comme au premier jour !',
      'Commande {order} toujours pas livrée, {at}. Une réponse serait appréciée.',
    ],
  },
  en: {
    trade: [
      'Does anyone know a good cabinet maker near {city}?',
      'Week {weeks} without a sofa. We eat on the floor. It is fine.',
      'Looking for a solid {wood} table, made in Europe, not the price of a car. Ideas?',
      'Why are all the comfortable chairs ugly?',
      'Measure your stairs BEFORE buying a sofa. You are welcome.',
      'Spent the day sanding my grandmother’s sideboard. Worth it.',
      'An armchair, a lamp, a book. Nothing else needed.',
    ],
    brand: [
      'Stopped at {brand} on {day}: lovely people, and a {wood} table I keep thinking about.',
      'Has anyone ordered from {brand}? Do they deliver on time?',
      '{brand} tells me another {weeks} weeks of delay. Regretting this a little.',
      'My {brand} bookcase has survived its third move.',
      '{at} are you open on {day}?',
      '{at} thank you for the repair, the drawer slides like new!',
    ],
  },
}
