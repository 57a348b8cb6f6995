/** French and English words that say nothing of what is talked about, three letters and more. */
export const commonWords: ReadonlySet<string> = new Set(
  `les des une est pas que qui dans pour par sur avec sans sous chez plus moins très trop mais donc car comme quand alors
  aux ces cet cette ses son mes mon tes ton nos notre vos votre leur leurs lui elle elles ils nous vous eux moi toi
  être etre été ete sont suis êtes sera serait avait avoir ont fait faire faut peut peuvent veut tout tous toute toutes
  autre autres même meme aussi bien encore après apres avant depuis entre vers jusque ici là voici voilà rien non oui
  the and for are was were been being has had have not but you your they them their there this that these those with
  from into over under about after before since all any some more most less very too also just only can could will
  would should may might must who what when where which why how its our his her him she out one two because than then
  here well get got say says said via http https www`.split(/\s+/),
)
