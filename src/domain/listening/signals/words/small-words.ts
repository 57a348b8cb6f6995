/** Words that hold a sentence together: they may weigh in a model, and would explain nothing to a reader. */
export const smallWords: ReadonlySet<string> = new Set(
  (
    "a à au aux c' ce ces cet cette d' dans de des du elle elles en est et etre eu il ils j' je l' la le les leur leurs lui " +
    "m' ma me mes moi mon n' ne nos notre nous on ont ou par pour qu' que qui s' sa se ses si son sont sur t' ta te tes toi " +
    'ton tu un une vos votre vous y ai as avez avons c ca suis es sommes etes etait tout tous ' +
    'an and are at be been being but by did do does for from had has have he her his i if in is it its me my of on or our ' +
    "she so that the their them they this to us was we were what when which who will with you your i'm it's i've that's " +
    '0 00 000 0000'
  ).split(' '),
)
