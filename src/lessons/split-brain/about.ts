import type { About } from '../definition'

const about: About = {
  id: 'split-brain',
  kind: 'test',
  title: 'Split-Brain',
  soundbite: 'The cable between US and EU is cut. Who may still write?',
  summary:
    'Two regions lose each other and customers go on writing in both. Somebody is refused, or somebody’s write has to be merged.',
  order: 17,
}

export default about
