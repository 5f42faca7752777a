import type { About } from '../definition'

const about: About = {
  id: 'whole-order',
  kind: 'capstone',
  title: 'The Whole Order',
  soundbite: 'One order through all of it. Take one brick out.',
  summary:
    'A key, an outbox, a saga, inboxes, a barrier, a lock and a checkpoint carry one order. Each covers the hole that the next one leaves.',
  order: 24,
}

export default about
