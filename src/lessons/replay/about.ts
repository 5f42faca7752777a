import type { About } from '../definition'

const about: About = {
  id: 'replay',
  kind: 'test',
  title: 'Replay',
  soundbite: 'A bug went live last Tuesday. Can you get the right numbers back?',
  summary:
    'A refund is added instead of taken away, for days. A row store has lost the truth; a log can be read again.',
  order: 18,
}

export default about
