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
      title: 'Chris Richardson: Transactional outbox',
      url: 'https://microservices.io/patterns/data/transactional-outbox.html',
    },
    {
      title: 'Chris Richardson: Idempotent consumer',
      url: 'https://microservices.io/patterns/communication-style/idempotent-consumer.html',
    },
    {
      title: 'Debezium: Outbox event router',
      url: 'https://debezium.io/documentation/reference/stable/transformations/outbox-event-router.html',
    },
    {
      title: 'Oskar Dudycz: Ordering in a Postgres outbox',
      url: 'https://event-driven.io/en/ordering_in_postgres_outbox/',
    },
    { title: 'NServiceBus: Outbox', url: 'https://docs.particular.net/nservicebus/outbox/' },
    {
      title: 'Listen to yourself',
      url: 'https://github.com/fauxcoding/eda-fauxcode/blob/main/listen-to-yourself.md',
    },
  ],
}

export default lesson
