import type { Fault } from '../../engine'
import type { Preset } from '../definition'

const mailDown: readonly Fault[] = [
  { at: { timeMs: 0 }, do: 'crash', service: 'email', restartAfterMs: 2000 },
]

const paymentDown: readonly Fault[] = [
  { at: { timeMs: 0 }, do: 'crash', service: 'payment', restartAfterMs: 10_000 },
]

/** Playable scenarios; the catalogue ids say which. The faults are the same for the naive and the correct variant. */
export const presets: readonly Preset[] = [
  {
    id: 'SAGA-8',
    title: 'The Partial Failure Test',
    catalogue: ['SAGA-8'],
    variant: 'chain',
    against: 'mail-later',
    faults: mailDown,
    text: 'EmailService is down for 2 s. The order is saved, the customer gets a 500 and tries again: a second order.',
    soundbite: 'Not every failure deserves a rollback.',
  },
  {
    id: 'SAGA-8-step',
    title: 'No mail, no order',
    catalogue: ['SAGA-8'],
    variant: 'mail-step',
    against: 'mail-later',
    faults: mailDown,
    text: 'The mail is a step of the saga and comes before the order is confirmed. A good order is compensated because of a mail.',
    soundbite: 'Not every failure deserves a rollback.',
  },
  {
    id: 'thanked-and-cancelled',
    title: 'Thank you for your cancelled order',
    catalogue: [],
    variant: 'mail-step',
    against: 'mail-later',
    faults: [{ at: { point: 'email/after_commit(send mail)' }, do: 'crash', restartAfterMs: 50 }],
    text: 'EmailService dies after the mail is out and before it answers. No answer is taken for a no: the customer is thanked for an order that is cancelled.',
    soundbite: 'What you cannot take back comes last.',
  },
  {
    id: 'SAGA-13',
    title: 'The payment service sleeps',
    catalogue: ['SAGA-13'],
    variant: 'timeout-is-no',
    against: 'waits',
    faults: paymentDown,
    text: 'PaymentService is down for 10 s. After one second the order is rejected; when PaymentService is back it finds its old command, and charges the card.',
    soundbite: 'Waiting is a legal state.',
  },
]
