import type { About } from '../definition'

const about: About = {
  id: 'cqrs',
  kind: 'pattern',
  title: 'CQRS',
  soundbite: 'Don’t use the same model for complex validation and high-speed searching.',
  summary:
    'One model checks what is written, another answers searches. It is quick, and always a moment old.',
  order: 12,
}

export default about
