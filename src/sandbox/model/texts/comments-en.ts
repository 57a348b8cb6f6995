import type { CommentTone } from './comment-tone.ts'

/** What English speakers write under the same posts. */
export const commentsEn: Record<CommentTone, readonly string[]> = {
  thanks: [
    'Beautiful work, as always.',
    'That {wood} grain! Lovely.',
    'Got our {piece} yesterday and it is even better in person. Thank you.',
    'Thanks for all the advice on {day}, {someone} is delighted',
    'You can tell it was made by people who care.',
    'Three years with ours and it still looks new',
    'Delivered to {city} this morning, lovely crew. Thanks!',
    'Furniture that will outlive me. Well done 👏',
  ],
  question: [
    'Hi, how much is the {piece}?',
    'Do you deliver to {city}?',
    'Is it solid {wood} or veneer?',
    'Does it come in {size}?',
    'What is the lead time at the moment?',
    'Can we see the {piece} in the shop on {day}?',
    'Do you take custom orders?',
    'How do you look after the wood: oil or wax?',
    'Is there a version in {another} as well?',
  ],
  purchase: [
    'Sold. I’ll come by on {day} for the {piece}.',
    'Could you put one aside for me? I can be there {day}.',
    'Where do I order? Been looking for exactly this',
    'Any left? I’d like two in {wood}.',
    'We are moving to {city} next month and we need this {piece} 😍',
  ],
  complaint: [
    'Order {order} is {weeks} weeks late and nobody picks up the phone. Not good enough.',
    'The {piece} arrived with a chip on one side. What are you going to do about it?',
    'Three messages, no answer. Do you only reply to sell?',
    'Still no delivery date for order {order}. You said {weeks} weeks.',
    'Screws were missing from the box. At this price, really?',
    'Drove from {city} on {day} and the shop was shut. Nothing on your page.',
  ],
  opinion: [
    '{another}, every time.',
    'The second one, so much brighter',
    'Hard to tell from a photo! First one, I think.',
    'Both, please 😄',
    'Depends on the light in the room, surely?',
  ],
  spam: [
    'Earn $5000 a week from home, message me now!!!',
    '🔥 Cheap followers, real and fast, link in bio 🔥',
    'Great profile! Check out my crypto signals 💯',
  ],
}
