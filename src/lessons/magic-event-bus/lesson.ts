import type { Lesson } from '../definition'
import about from './about'
import { acts } from './acts'
import { checkInfos } from './checks'
import { outcome } from './outcome'
import { params } from './params'
import { presets } from './presets'
import { stage } from './stage'
import { variants } from './variants'

const lesson: Lesson = {
  ...about,
  variants,
  params,
  checks: checkInfos,
  presets,
  outcome,
  acts,
  stage,
  sources: [
    {
      title: 'RabbitMQ: Consumer acknowledgements and publisher confirms',
      url: 'https://www.rabbitmq.com/docs/confirms',
    },
    { title: 'RabbitMQ: Publishers', url: 'https://www.rabbitmq.com/docs/publishers' },
    {
      title: 'RabbitMQ: Quorum queues, poison message handling',
      url: 'https://www.rabbitmq.com/docs/quorum-queues',
    },
    {
      title: 'Apache Kafka: Message delivery semantics',
      url: 'https://kafka.apache.org/documentation/#semantics',
    },
    {
      title: 'Chris Richardson: Transactional outbox',
      url: 'https://microservices.io/patterns/data/transactional-outbox.html',
    },
  ],
}

export default lesson
