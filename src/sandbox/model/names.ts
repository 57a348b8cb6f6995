/** First and family names as met in France and in Britain; any resemblance to one person is chance. */
export const names = {
  fr: {
    first: list(`
      Adèle Agathe Alexis Alice Amandine Anaïs Antoine Arthur Axelle Baptiste Benoît Bérénice
      Bilal Camille Capucine Céline Charlotte Chloé Clément Colette Corentin Damien Delphine
      Élise Éloïse Émile Emma Étienne Fanny Fatima Florent Gabriel Hélène Hugo Inès Jeanne
      Joséphine Jules Karim Laure Léa Léonie Louis Lucie Maël Manon Margaux Mathilde Mehdi Nadia
      Noémie Océane Olivier Pauline Quentin Rachida Romain Salomé Samir Simon Solène Sylvie Théo
      Thomas Valentine Victor Violette Yasmine Yann Zoé
    `),
    last: list(`
      Achard Aubert Barbier Bataille Benali Berger Bertrand Besson Blanchard Bonnet Bouchet
      Boyer Brun Caron Chevalier Clerc Colin Cordier Dacosta Delorme Diallo Dufour Dupuy Fabre
      Faure Ferrand Fontaine Gaillard Garnier Gauthier Germain Giraud Guérin Guichard Haddad
      Jacquet Jourdan Lacroix Lambert Leclerc Lefort Lemaire Lopez Mallet Marchand Marin Masson
      Mercier Meunier Millet Monnier Moulin Nguyen Noël Olivier Paris Perrin Pichon Poncet
      Renard Rey Rivière Roche Rousseau Roussel Sabatier Teixeira Tessier Vasseur Vidal
    `),
  },
  en: {
    first: list(`
      Abigail Alfie Amelia Archie Bethany Callum Charlie Daisy Edith Eleanor Finn Freya George
      Grace Harriet Imogen Isla Jack Joseph Kit Lily Maisie Martha Nathan Oscar Penny Poppy Rory
      Rowan Ruby Sophie Tara Toby Violet William Winnie
    `),
    last: list(`
      Abbott Ashworth Bailey Barlow Bennett Brooks Carter Clarke Cooper Davies Dawson Ellis
      Fletcher Foster Graham Harding Hughes Jennings Kaur Knight Lowe Marsh Mistry Newton Okafor
      Palmer Pearce Quinn Reid Shaw Stone Turner Walsh Webb Wood Young
    `),
  },
}

function list(words: string): readonly string[] {
  return words.trim().split(/\s+/)
}
