import type { About } from '../definition'

const about: About = {
  id: 'transactional-outbox',
  kind: 'pattern',
  title: 'Transactional Outbox',
  soundbite: 'Never fire-and-forget to Kafka.',
  summary:
    'An order is saved and the event about it is lost, or the other way round. One commit for both cures it.',
  order: 16,
}

export default about
