import type { Lesson } from '../definition'
import about from './about'
import { acts } from './acts'
import { checkInfos } from './checks'
import { outcome } from './outcome'
import { params } from './params'
import { presets } from './presets'
import { gauges, stage } from './stage'
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
  gauges,
  sources: [
    { title: 'Martin Fowler: CQRS', url: 'https://martinfowler.com/bliki/CQRS.html' },
    {
      title: 'Elasticsearch: Optimistic concurrency control',
      url: 'https://www.elastic.co/guide/en/elasticsearch/guide/current/optimistic-concurrency-control.html',
    },
    { title: 'Emmett', url: 'https://github.com/event-driven-io/emmett' },
  ],
}

export default lesson
