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
      title: 'Hector Garcia-Molina, Kenneth Salem: Sagas',
      url: 'https://doi.org/10.1145/38713.38742',
    },
    {
      title: 'Chris Richardson: Transactional outbox',
      url: 'https://microservices.io/patterns/data/transactional-outbox.html',
    },
    {
      title: 'DTM: The sub-transaction barrier',
      url: 'https://en.dtm.pub/practice/barrier.html',
    },
    {
      title: 'Apache Kafka: Message delivery semantics',
      url: 'https://kafka.apache.org/documentation/#semantics',
    },
    {
      title: 'AWS Builders’ Library: Making retries safe with idempotent APIs',
      url: 'https://aws.amazon.com/builders-library/making-retries-safe-with-idempotent-APIs/',
    },
  ],
}

export default lesson
