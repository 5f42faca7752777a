import type { About } from '../definition'

const about: About = {
  id: 'idempotency',
  kind: 'pattern',
  title: 'Idempotency',
  soundbite: 'If the user clicks ‘Pay’ twice, we must only charge them once.',
  summary:
    'A payment is asked for again, because its answer was lost. A key makes two requests one, if it goes all the way.',
  order: 15,
}

export default about
