import type { About } from '../definition'

const about: About = {
  id: 'partial-failure',
  kind: 'test',
  title: 'Partial Failure',
  soundbite: 'The order succeeds, the email fails. What did the customer get?',
  summary:
    'One of several services is down while an order is placed. Some steps must be undone then, some must wait, and one is only a mail.',
  order: 19,
}

export default about
