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
      title: 'Hector Garcia-Molina, Kenneth Salem: Sagas (1987)',
      url: 'https://doi.org/10.1145/38713.38742',
    },
    {
      title: 'Chris Richardson: Saga',
      url: 'https://microservices.io/patterns/data/saga.html',
    },
    {
      title: 'Eventuate Tram Sagas',
      url: 'https://github.com/eventuate-tram/eventuate-tram-sagas',
    },
    {
      title: 'Jim Gray, Leslie Lamport: Consensus on Transaction Commit',
      url: 'https://www.microsoft.com/en-us/research/publication/consensus-on-transaction-commit/',
    },
  ],
}

export default lesson
