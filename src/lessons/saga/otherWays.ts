import type { Variant } from '../definition'
import * as choreographyNaiveFlight from './choreography-naive/flight'
import * as choreographyNaiveHotel from './choreography-naive/hotel'
import * as choreographyNaivePayment from './choreography-naive/payment'
import * as choreographyNaiveTrip from './choreography-naive/trip'
import * as choreographyFlight from './choreography/flight'
import * as choreographyHotel from './choreography/hotel'
import * as choreographyPayment from './choreography/payment'
import * as choreographyTrip from './choreography/trip'
import * as decidesAloneFlight from './decides-alone/flight'
import * as decidesAloneHotel from './decides-alone/hotel'
import * as decidesAlonePayment from './decides-alone/payment'
import * as tccNaiveFlight from './tcc-naive/flight'
import * as tccNaiveHotel from './tcc-naive/hotel'
import * as tccNaivePayment from './tcc-naive/payment'
import * as tccFlight from './tcc/flight'
import * as tccHotel from './tcc/hotel'
import * as tccPayment from './tcc/payment'
import * as tccTrip from './tcc/trip'
import * as twoPhaseFlight from './two-phase-commit/flight'
import * as twoPhaseHotel from './two-phase-commit/hotel'
import * as twoPhasePayment from './two-phase-commit/payment'
import * as twoPhaseTrip from './two-phase-commit/trip'
import { files, variant } from './makeVariant'

/** Ways to end together that have no orchestrator, or are no saga. */
export const otherWays: readonly Variant[] = [
  variant(
    {
      id: 'choreography-naive',
      title: 'Choreography: naive',
      correct: false,
      summary: 'Nobody is in charge: each service reacts to events, as often as it hears them.',
      files: files('choreography-naive', 'choreography-naive'),
    },
    {
      by: 'events',
      trip: choreographyNaiveTrip,
      flight: choreographyNaiveFlight,
      payment: choreographyNaivePayment,
      hotel: choreographyNaiveHotel,
    },
  ),
  variant(
    {
      id: 'choreography',
      title: 'Choreography: inbox + state guard',
      correct: true,
      summary: 'Nobody is in charge; inbox and state guard let each event count once.',
      files: files('choreography', 'choreography'),
    },
    {
      by: 'events',
      trip: choreographyTrip,
      flight: choreographyFlight,
      payment: choreographyPayment,
      hotel: choreographyHotel,
    },
  ),
  variant(
    {
      id: 'two-phase-commit',
      title: 'Two-phase commit: everybody waits',
      correct: true,
      summary: 'Everybody votes, one decides; who has voted yes holds its locks until it hears.',
      files: files('two-phase-commit', 'two-phase-commit'),
    },
    {
      by: 'votes',
      trip: twoPhaseTrip,
      flight: twoPhaseFlight,
      payment: twoPhasePayment,
      hotel: twoPhaseHotel,
    },
  ),
  variant(
    {
      id: 'decides-alone',
      title: 'Two-phase commit: impatient',
      correct: false,
      summary: 'A participant that has waited long enough aborts by itself.',
      files: files('two-phase-commit', 'decides-alone'),
    },
    {
      by: 'votes',
      trip: twoPhaseTrip,
      flight: decidesAloneFlight,
      payment: decidesAlonePayment,
      hotel: decidesAloneHotel,
    },
  ),
  variant(
    {
      id: 'tcc-naive',
      title: 'Try, confirm, cancel: naive',
      correct: false,
      summary:
        'Reservations in a column of their own; a cancellation that comes first leaves no trace.',
      files: files('tcc', 'tcc-naive'),
    },
    {
      by: 'reservations',
      trip: tccTrip,
      flight: tccNaiveFlight,
      payment: tccNaivePayment,
      hotel: tccNaiveHotel,
    },
  ),
  variant(
    {
      id: 'tcc',
      title: 'Try, confirm, cancel: leaves a trace',
      correct: true,
      summary:
        'Reservations instead of locks; what was cancelled before it was tried stays cancelled.',
      files: files('tcc', 'tcc'),
    },
    { by: 'reservations', trip: tccTrip, flight: tccFlight, payment: tccPayment, hotel: tccHotel },
  ),
]
