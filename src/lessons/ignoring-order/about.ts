import type { About } from '../definition'

const about: About = {
  id: 'ignoring-order',
  kind: 'pitfall',
  title: 'Ignoring Order',
  soundbite: '“User Updated” arrives before “User Created”.',
  summary:
    'Two events of one user change places on the way, and the view is wrong for ever. Count them, and choose their key with care.',
  order: 23,
}

export default about
