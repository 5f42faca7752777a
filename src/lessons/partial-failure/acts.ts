import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'An order and a mail',
    text: [
      'A customer buys something. OrderService saves the order, asks EmailService to send a “thank you”, and answers 201, which is HTTP for “created”. One after the other, in one request: a **synchronous chain**.',
      'Each of the two has its own database, and no transaction spans both.',
    ],
    scenes: [{ label: 'Play the good day', variant: 'chain', fromMs: 0, until: 'end' }],
  },
  {
    id: 'predict',
    title: 'The mail is down',
    text: [
      'Now EmailService is down for two seconds. The order is **committed** before the mail is asked for, and the call is refused. The program cannot say “all is well”, so it answers 500, “something went wrong here”.',
      'The customer reads “error” and does what everybody does: tries again, once, with the same purchase.',
    ],
    scenes: [{ label: 'Play the first answer', preset: 'SAGA-8', fromMs: 0, until: 35 }],
    prediction: {
      question: 'How many orders will there be?',
      options: ['0', '1', '2'],
      answer: 'orders',
      preset: 'SAGA-8',
      because:
        'The first 500 was about the mail, and the order was there already. The second request saves a second one, and gets a 500 too. Both will be shipped, and no mail is ever sent.',
    },
  },
  {
    id: 'break',
    title: 'Undo it, then?',
    text: [
      'The other reflex: if a step fails, **compensate**, that is, take back what the steps before it have done. A chain of local transactions that can be taken back like this is called a **saga**. The order waits as `PENDING`, the mail is a step, and without a mail the order is cancelled.',
      'Now a good order is lost because of a mail. Worse, a mail cannot be undone: let EmailService die after the mail is out and before it answers, and the customer is thanked for an order that is cancelled.',
    ],
    scenes: [
      { label: 'No mail, no order', preset: 'SAGA-8-step', fromMs: 0, until: 'end' },
      {
        label: 'Thanked and cancelled',
        preset: 'thanked-and-cancelled',
        fromMs: 0,
        until: 'end',
      },
    ],
  },
  {
    id: 'why',
    title: 'No answer is not a no',
    text: [
      'A question has three results: yes, no, and **don’t know**. A timeout is the third. In this shop OrderService first has CreditService reserve the customer’s credit, and then PaymentService charge the card. It asks by **commands**, messages that a broker keeps until they are read.',
      'PaymentService is down for ten seconds. Its command lies in the broker, and nobody has refused anything. But OrderService gives every order one second; then it takes the silence for a no, gives the credit back and rejects the order.',
      'Nine seconds later PaymentService is back, and reads on where it had stopped.',
    ],
    scenes: [
      { label: 'Play until it gives up', preset: 'SAGA-13', fromMs: 0, until: 1100 },
      { label: 'PaymentService wakes up', preset: 'SAGA-13', fromMs: 9900, until: 'end' },
    ],
    prediction: {
      question:
        'The order is rejected after one second. How much does the customer pay in the end?',
      options: ['0', '100'],
      answer: 'captured',
      preset: 'SAGA-13',
      because:
        'The command to charge is as durable as the order. Rejecting the order does not take it back, and the one who reads it ten seconds later has no reason to refuse. Both services did their work; one of them had guessed.',
    },
  },
  {
    id: 'fix',
    title: 'What must wait, waits',
    text: [
      'Sort the steps. Some can be undone: the credit. One decides, the **pivot**: the charge, after which there is no way back. And some must only happen at some time: the mail. Those come **after** the decision, and are repeated until they succeed.',
      'So the order is CONFIRMED, the mail is a row of the same commit, and a mailer tries until EmailService is back. The purchase’s number is the order’s key, so a second request is the same order.',
      'And a saga without an answer simply **waits**. Waiting is a state like any other: it is a row, and the customer can be shown it. Only a real no compensates: set the bank’s answer to “no” and see.',
    ],
    scenes: [
      {
        label: 'The mail comes later',
        preset: 'SAGA-8',
        variant: 'mail-later',
        fromMs: 0,
        until: 'end',
      },
      { label: 'At five seconds', preset: 'SAGA-13', variant: 'waits', fromMs: 0, until: 5020 },
      { label: 'It completes', preset: 'SAGA-13', variant: 'waits', fromMs: 9900, until: 'end' },
    ],
    prediction: {
      question: 'The customer looks at the order after five seconds. What is the saga’s state?',
      options: [
        'ABORTED: credit COMPENSATED, payment FAILED',
        'STARTED: credit SUCCEEDED, payment STARTED',
        'COMPLETED: credit SUCCEEDED, payment SUCCEEDED',
      ],
      answer: 'saw',
      preset: 'SAGA-13',
      variant: 'waits',
      because:
        'Nobody has answered, so nothing has moved. The credit stays reserved, the payment is under way, and when PaymentService is back the saga completes by itself.',
    },
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'Waiting holds something: the credit is reserved for ten seconds, the customer sees “pending”, and other orders cannot use that money. While the mail is missing, the system is not broken, but somebody has to see that rows wait, and for how long.',
      'Sometimes an order may not wait. Then give up, and **compensate the unknown as well**: cancel the charge, whether or not it has happened. And EmailService promises here to take a mail with the same id once; with one that does not, a customer may be thanked twice.',
    ],
    scenes: [
      {
        label: 'Give up, and cancel the unknown',
        preset: 'SAGA-13',
        variant: 'compensate-unknown',
        fromMs: 0,
        until: 'end',
      },
    ],
    prediction: {
      question:
        'The charge of 100 is cancelled before it has happened. How much is refunded when PaymentService is back?',
      options: ['0', '100'],
      answer: 'refunded',
      preset: 'SAGA-13',
      variant: 'compensate-unknown',
      because:
        'Both commands wait in one partition, in their order: first the charge, then its cancellation. So the card is charged and refunded, and the bank statement has two lines. A compensation does not undo history; it adds a line to it.',
    },
  },
]
