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
      title: 'Chris Richardson: Saga',
      url: 'https://microservices.io/patterns/data/saga.html',
    },
    {
      title: 'Hector Garcia-Molina, Kenneth Salem: Sagas',
      url: 'https://www.cs.cornell.edu/andru/cs711/2002fa/reading/sagas.pdf',
    },
    {
      title: 'Gunnar Morling: Saga orchestration using the outbox pattern',
      url: 'https://www.infoq.com/articles/saga-orchestration-outbox/',
    },
    {
      title: 'AWS Builders’ Library: Timeouts, retries and backoff with jitter',
      url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
    },
  ],
}

export default lesson
