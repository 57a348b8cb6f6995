import type { Language } from '#platform/text.ts'

/** What people say when a product of a shop turns out to be dangerous. `{brand}` is a name, `{product}` the thing. */
export const crisis: Record<
  Language,
  { products: readonly string[]; calls: readonly string[]; voices: readonly string[] }
> = {
  fr: {
    products: ['le berceau Alma', 'la chaise haute Lison', 'le lit superposé Basile'],
    calls: [
      '⚠️ {brand} : {product} s’est effondré avec mon fils dedans. Aucune réponse du service client depuis hier.',
      'Vous avez {product} de {brand} ? Ne l’utilisez plus. Un montant a cassé chez nous, et nous ne sommes pas les seuls.',
      'Troisième famille à me parler de {product} qui casse. {brand} se tait. Il faut un rappel, maintenant.',
      'Tant que {brand} ne rappelle pas {product}, je n’achète plus rien chez eux. Faites tourner.',
      'Photo du montant fendu : {product}, acheté chez {brand} en mars. C’est un danger pour les enfants.',
    ],
    voices: [
      'Pareil ici : {product} de {brand}, montant fendu au bout de deux mois.',
      'Honte à {brand}. {product} est dangereux et ils le vendent encore.',
      'On a {product} de {brand} à la maison. On fait quoi ? Personne ne décroche.',
      '{brand}, une réponse sur {product} ? Des enfants dorment dedans.',
      'Je boycotte {brand} tant que {product} n’est pas rappelé.',
      'RT : {product} de {brand} casse. Prévenez vos amis.',
      'Remboursement demandé à {brand} pour {product}. J’attends toujours.',
      'Quelqu’un sait si les autres meubles {brand} sont concernés, ou seulement {product} ?',
    ],
  },
  en: {
    products: ['the Alma cot', 'the Lison high chair', 'the Basile bunk bed'],
    calls: [
      '⚠️ {brand}: {product} collapsed with my son in it. No answer from their customer service since yesterday.',
      'Do you own {product} by {brand}? Stop using it. A bar broke at ours, and we are not the only ones.',
      'Third family telling me that {product} breaks. {brand} says nothing. We need a recall, now.',
      'Until {brand} recalls {product} I buy nothing there any more. Pass it on.',
      'Photo of the cracked bar: {product}, bought at {brand} in March. It is a danger to children.',
    ],
    voices: [
      'Same here: {product} by {brand}, cracked after two months.',
      'Shame on {brand}. {product} is dangerous and they still sell it.',
      'We have {product} by {brand} at home. What do we do? Nobody picks up the phone.',
      '{brand}, any answer about {product}? Children sleep in it.',
      'Boycotting {brand} until {product} is recalled.',
      'RT: {product} by {brand} breaks. Tell your friends.',
      'Asked {brand} for my money back for {product}. Still waiting.',
      'Does anyone know whether other {brand} furniture is affected, or only {product}?',
    ],
  },
}
