import type { About } from '../definition'

const about: About = {
  id: 'event-sourcing',
  kind: 'pattern',
  title: 'Event Sourcing',
  soundbite: 'Store every deposit and withdrawal that got us there.',
  summary:
    'A balance of 20, and nobody can say why. Keep what happened, and every balance can be worked out again.',
  order: 13,
}

export default about
