/** Words met in most French or English texts, folded: poor anchors. Not a stop list: they can be searched. */
export const commonWords: ReadonlySet<string> = new Set(
  `a about after ai all alors also am an and apres are as at au aussi autre aux avec avoir avant be because been bien but
  by c ca can ce cela ces cest cet cette chez comme comment could d dans de depuis des deux dire do dont down du elle elles
  en encore entre es est et etait ete etre eux faire fait faut first for from get go good great had has have he her here
  him his how http https i if ii il ils in into is it its j jai je jour just jusqu l la le les leur leurs like lui m ma mais
  make me mes moi moins mon more most my n ne new no non nos not notre nous now o of on one only ont or other ou our out
  over par parce pas people peu peut plus pour pourquoi pp qu quand que quel quelle qui quoi r re s sa sans say se see ses
  she si so some son sont sous sur t ta temps tes than that the their them then there these they this time to toi ton toujours
  tous tout toute toutes tres trop tu two u un une up us very via vos votre vous vu want was way we well were what when
  where which who why will with would www y year you your`.split(/\s+/),
)
