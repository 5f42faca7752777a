import type { About } from '../definition'

const about: About = {
  id: 'premature-cqrs',
  kind: 'pitfall',
  title: 'Premature CQRS',
  soundbite: 'Two models and a sync for a form with five fields.',
  summary:
    'A profile editor, once as one table and once with two models, a broker and a projector. Count what it brings.',
  order: 21,
}

export default about
