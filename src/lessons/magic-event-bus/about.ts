import type { About } from '../definition'

const about: About = {
  id: 'magic-event-bus',
  kind: 'pitfall',
  title: 'The “Magic” Event Bus',
  soundbite: 'Publish, forget, and hope that somebody heard it.',
  summary:
    'Three ways to lose an event without an error message, one that the broker even confirms, and a message that nobody can swallow.',
  order: 22,
}

export default about
