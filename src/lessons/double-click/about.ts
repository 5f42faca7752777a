import type { About } from '../definition'

const about: About = {
  id: 'double-click',
  kind: 'test',
  title: 'Double-Click',
  soundbite: 'The same request, 10 times in 10 ms. How many charges?',
  summary:
    'Ten clicks on one button. Looking first does not help when all ten look before the first has written.',
  order: 20,
}

export default about
