/** Words that hashtags of shops and small companies are made of, in both languages. */
const PARTS = new Set(
  `fait faits main maison made in france local locale locaux petit petite petits commerce commerces artisan artisans
  artisanat français française lyon paris marseille bordeaux nantes lille bretagne alsace savoir faire meuble meubles
  bois chêne massif sur mesure idée idées cadeau cadeaux noël fête fêtes des les le la de du et en au pour mon ma mes
  nos notre votre vos coup coeur cœur jour journée semaine mois été hiver automne printemps nouveau nouvelle nouveauté
  nouveautés collection vintage seconde vie zéro déchet éco responsable bio vrac terroir cuisine recette recettes du
  pain boulangerie boulanger pâtisserie chocolat fromage vin vins bière restaurant salon thé café coiffure coiffeur
  beauté bien être santé sport yoga mode look tenue bijoux bijou fleurs fleuriste jardin plante plantes déco décoration
  intérieur design rénovation travaux maisons appartement immobilier achat vente emploi recrutement stage formation
  école livre livres lecture librairie libraire musique concert expo exposition spectacle événement marché ouvert
  dimanche lundi mardi mercredi jeudi vendredi samedi black friday promo soldes concours jeu gagner consommer acheter
  soutenir soutien équipe coulisses atelier ateliers portes ouvertes
  hand made home shop small business local locally support independent slow living love day monday tuesday wednesday
  thursday friday saturday sunday motivation throwback week weekend vibes style inspo ideas idea gift gifts christmas
  summer winter spring autumn new arrivals arrival sale sales black best of the for and my your our eco friendly
  sustainable zero waste food foodie recipe recipes bakery bread coffee time tea lover lovers good morning behind
  scenes team work life balance job jobs hiring now open house interior furniture wood working woodworking oak design
  art artist craft crafts maker makers book books club reading health wellness fitness beauty hair makeup fashion ootd
  street city town garden gardening flower flowers plant plants tips tip how to free shipping giveaway win live music
  real estate tech start up startup marketing social media content creator digital online store back school`.split(
    /\s+/u,
  ),
)

/** Whether a piece of a hashtag is a word that stands in many of them. */
export const isPart = (piece: string) => PARTS.has(piece)
