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
      title: 'Apache Kafka: Topics, partitions and keys',
      url: 'https://kafka.apache.org/documentation/#intro_concepts_and_terms',
    },
    {
      title: 'RabbitMQ: Consumers, ordering of messages',
      url: 'https://www.rabbitmq.com/docs/queues#message-ordering',
    },
    {
      title: 'Elasticsearch: Index API, external versions',
      url: 'https://www.elastic.co/guide/en/elasticsearch/reference/current/docs-index_.html',
    },
    {
      title: 'Martin Fowler: What do you mean by “event-driven”?',
      url: 'https://martinfowler.com/articles/201701-event-driven.html',
    },
  ],
}

export default lesson
