import type { Language } from '#platform/text.ts'

export type Answered = 'thanks' | 'question' | 'purchase' | 'complaint' | 'opinion'

/** What the shop has answered in the past, by what the comment was for. */
export const replies: Record<Language, Record<Answered, readonly string[]>> = {
  fr: {
    thanks: [
      'Merci à vous, toute l’équipe est touchée.',
      'Merci ! À bientôt rue des Capucins.',
      'Merci beaucoup, cela nous fait plaisir.',
    ],
    question: [
      'Bonjour, oui : passez nous voir rue des Capucins, nous vous montrerons tout cela. Ouvert du mardi au samedi, de 10 h à 19 h.',
      'Bonjour, comptez sept semaines en ce moment. Nous livrons dans tout le Rhône, et au-delà par transporteur.',
      'Bonjour, les prix et les dimensions sont sur la page du site ; en boutique, nous faisons un devis en dix minutes.',
      'Bonjour, c’est du massif, huilé à l’atelier. Une couche d’huile par an suffit.',
    ],
    purchase: [
      'Avec plaisir ! Nous vous le mettons de côté jusqu’à samedi soir.',
      'Très bon choix. Écrivez-nous en privé vos dimensions, nous préparons le devis aujourd’hui.',
      'Il en reste deux. Passez quand vous voulez, demandez Yanis.',
    ],
    complaint: [
      'Bonjour, vous avez raison et nous vous devons des excuses. Pouvez-vous nous donner votre numéro en privé ? Sofia vous appelle aujourd’hui.',
      'Bonjour, ce n’est pas ce que nous voulons pour nos clients. Nous réparons ou remplaçons, à votre choix ; envoyez-nous une photo en privé.',
      'Bonjour, pardon pour ce silence. Votre commande part jeudi, et nous prenons la livraison à notre charge.',
    ],
    opinion: [
      'C’est noté, merci !',
      'Nous penchons aussi de ce côté-là.',
      'Belle idée, on en parle à l’atelier.',
    ],
  },
  en: {
    thanks: [
      'Thank you, the whole team is touched.',
      'Thank you! See you soon at rue des Capucins.',
      'Thank you so much.',
    ],
    question: [
      'Hello, yes: come and see us at rue des Capucins and we will show you. Open Tuesday to Saturday, 10 to 7.',
      'Hello, allow seven weeks at the moment. We deliver around Lyon ourselves, and farther by carrier.',
      'Hello, prices and sizes are on the page of our site; in the shop we make a quote in ten minutes.',
      'Hello, it is solid wood, oiled in the workshop. One coat of oil a year is enough.',
    ],
    purchase: [
      'With pleasure! We are keeping one aside for you until Saturday evening.',
      'Very good choice. Send us your measurements privately and you will have a quote today.',
      'Two left. Drop in whenever you like and ask for Yanis.',
    ],
    complaint: [
      'Hello, you are right and we owe you an apology. Could you send us your number privately? Sofia will call you today.',
      'Hello, this is not what we want for our customers. We mend or replace, as you prefer; please send us a photo privately.',
      'Hello, sorry for the silence. Your order leaves on Thursday, and delivery is on us.',
    ],
    opinion: [
      'Noted, thank you!',
      'We lean that way too.',
      'Lovely idea, we will talk about it in the workshop.',
    ],
  },
}

/** The customer whom nobody has answered yet. */
export const angry: Record<Language, readonly [string, string]> = {
  fr: [
    'Commande n° 4528 : une table payée il y a dix semaines, toujours rien. Deux appels, un courriel, aucune réponse. Je demande le remboursement.',
    'Vous publiez de jolies photos, mais vous ne répondez pas à vos clients. C’est inadmissible.',
  ],
  en: [
    'Order 4528: a table paid for ten weeks ago, still nothing. Two calls, one e-mail, no answer. I want a refund.',
    'You post pretty pictures but you do not answer your customers. This is not acceptable.',
  ],
}
