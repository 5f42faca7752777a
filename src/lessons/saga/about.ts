import type { About } from '../definition'

const about: About = {
  id: 'saga',
  kind: 'pattern',
  title: 'Saga',
  soundbite: 'If the Hotel fails, trigger a Compensating Transaction to refund the Flight.',
  summary:
    'A trip is a flight, a charge and a room in three databases. When the hotel says no, the rest has to be taken back.',
  order: 14,
}

export default about
