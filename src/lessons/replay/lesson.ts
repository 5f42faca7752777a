import type { Lesson } from '../definition'
import about from './about'
import { acts } from './acts'
import { bookings, worth } from './bookings'
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
  gauges: [
    {
      id: 'rebuilt',
      title: 'Rebuilt',
      unit: 'bookings',
      of: 'view',
      value: (rows) => {
        const next = rows.row('ledger', 'generations', 2)
        return Math.min(Number(next?.['position'] ?? 0), Number(next?.['goal'] ?? 0))
      },
      whole: (rows) => Number(rows.row('ledger', 'generations', 2)?.['goal'] ?? 1),
    },
  ],
  folds: [
    {
      title: 'Account',
      database: 'ledger',
      table: 'events',
      stream: 'stream_id',
      version: 'stream_position',
      state: (events) => ({
        bookings: events.length,
        balance: bookings(events).reduce((sum, booking) => sum + worth(booking), 0),
      }),
    },
  ],
  sources: [
    {
      title: 'Martin Fowler: Event Sourcing',
      url: 'https://martinfowler.com/eaaDev/EventSourcing.html',
    },
    {
      title: 'Axon Framework: replay and reset',
      url: 'https://github.com/AxonFramework/AxonFramework',
    },
    { title: 'Marten: rebuilding projections', url: 'https://github.com/JasperFx/marten' },
    { title: 'Emmett: projections on Postgres', url: 'https://github.com/event-driven-io/emmett' },
  ],
}

export default lesson
