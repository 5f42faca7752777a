import type { Lesson } from '../definition'
import about from './about'
import { acts } from './acts'
import { checkInfos, foldOf } from './checks'
import { stored } from './ledger'
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
  folds: [
    {
      title: 'Account',
      database: 'store',
      table: 'events',
      stream: 'stream_id',
      version: 'stream_position',
      state: (events) => {
        const { version, balance } = foldOf(stored(events))
        return { version, balance }
      },
    },
  ],
  windows: [
    {
      title: 'From the balance read to the balance written',
      from: 'account/after_statement(read balance)',
      to: 'account/after_commit(change balance)',
    },
    {
      title: 'From the events read to the event appended',
      from: 'account/after_answer(ReadStream)',
      to: 'account/after_answer(Append)',
    },
  ],
  sources: [
    {
      title: 'Martin Fowler: Event Sourcing',
      url: 'https://martinfowler.com/eaaDev/EventSourcing.html',
    },
    {
      title: 'Emmett: event store on Postgres',
      url: 'https://github.com/event-driven-io/emmett',
    },
    {
      title: 'EventStoreDB: expected version and idempotence',
      url: 'https://github.com/EventStore/EventStore',
    },
    {
      title: 'Axon Framework: snapshots, upcasters, replay',
      url: 'https://github.com/AxonFramework/AxonFramework',
    },
    {
      title: 'Martin Kleppmann: Hermitage, what isolation levels stop',
      url: 'https://github.com/ept/hermitage',
    },
  ],
}

export default lesson
