import type { Act } from '../definition'

export const acts: readonly Act[] = [
  {
    id: 'watch',
    title: 'One trip, three databases',
    text: [
      'A trip is a seat on a flight, 300 on a card, and a room in a hotel. FlightService, PaymentService and HotelService each have a database of their own, and no transaction spans them. TripService asks one after the other.',
      'On a good day every answer is yes: a booking, a charge, a booking, and then the mail with the tickets.',
    ],
    scenes: [{ label: 'Play the good day', variant: 'no-saga', fromMs: 0, until: 'end' }],
  },
  {
    id: 'predict',
    title: 'The hotel is full',
    text: [
      'Now the hotel has no room left. When it says so, the seat is taken and the card is charged, each in a transaction that is long over. There is nothing left to roll back.',
      'A **saga** answers with a second transaction: for each step that was done, one that means the opposite. It is called a **compensation**. Here it cancels the flight and refunds the card.',
    ],
    scenes: [
      { label: 'The full hotel, without a saga', preset: 'SAGA-1', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question: 'After the saga has taken everything back: how many lines has the bank statement?',
      options: ['0', '1', '2'],
      answer: 'ledgerLines',
      preset: 'SAGA-1',
      variant: 'durable',
      because:
        'A charge of 300 and a refund of 300. The charge has happened, everybody may have seen it, and it stays in the ledger. Only the meaning is undone.',
    },
  },
  {
    id: 'break',
    title: 'The orchestrator dies',
    text: [
      'The service that asks the others is called the **orchestrator**. This one keeps in a variable what it has done and what comes next. It compensates well, as long as it lives.',
      'It dies right after its first command went out. The flight is booked; the trip is `PENDING`, and will be for ever: what came next was in the memory that died.',
    ],
    scenes: [
      { label: 'Kill it after the first command', preset: 'SAGA-3', fromMs: 0, until: 'end' },
    ],
  },
  {
    id: 'why',
    title: 'Where the saga lives',
    text: [
      'The saga has to be where a crash cannot reach it: one **row**, with its state and whom it waits for. The row, the next command (in an outbox) and the id of the answer that led to it (in an inbox) are one commit.',
      'After a restart nobody looks for unfinished sagas. The outbox has the next command or the broker has the next answer, and either moves the row on.',
      'But a command can then go out twice: TripService died after sending it and before it had noted that. Participants that do whatever they are told book two flights.',
    ],
    scenes: [
      {
        label: 'A durable saga, and a second flight',
        preset: 'SAGA-3-twice',
        fromMs: 0,
        until: 'end',
      },
    ],
    prediction: {
      question:
        'The same crash, and participants that know what they have done. How often is BookFlight in the topic?',
      options: ['1', '2', '3'],
      answer: 'bookFlights',
      preset: 'SAGA-3',
      variant: 'durable',
      because:
        'Twice, because the sender cannot know that the first one arrived. The flight is booked once: the inbox at FlightService has seen the id.',
    },
  },
  {
    id: 'fix',
    title: 'Once each, in either direction',
    text: [
      'Each participant writes the command’s id into its **inbox** and the operation into its **barrier**, in the commit of the booking. The inbox knows messages. The barrier knows operations: asked again with a new message it repeats its answer, a compensation of what never happened does nothing, and an action that comes after its own compensation is refused.',
      'So what is taken back? After a clear no, the steps that are **known** to be done. After silence, also the step of which **nobody knows**: it may have happened, and if not, its compensation does nothing. Many engines know only the first rule; a time limit needs the second.',
      'Steps have **classes**. Flight and payment are compensatable. The hotel is the **pivot**: the last that may say no. The tickets are retriable and come after it, for a mail cannot be taken back. A compensation may be late, but never refused: told 503, the saga waits, twice as long each time, and asks again.',
      'It also works without an orchestrator. In a **choreography** each service reacts to the others’ events. Inbox and state guard make it correct as well; but look for the row that says who waits for whom. There is none.',
    ],
    scenes: [
      {
        label: 'The full hotel, with a saga',
        preset: 'SAGA-1',
        variant: 'durable',
        fromMs: 0,
        until: 'end',
      },
      {
        label: 'The refund that did not work',
        preset: 'SAGA-6',
        variant: 'durable',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Tickets first', preset: 'SAGA-7', fromMs: 0, until: 'end' },
      {
        label: 'Nobody in charge',
        preset: 'SAGA-2',
        variant: 'choreography',
        fromMs: 0,
        until: 'end',
      },
    ],
    prediction: {
      question: 'The bank says 503 three times. How often is it asked for the refund?',
      options: ['1', '3', '4'],
      answer: 'refundsAsked',
      preset: 'SAGA-6',
      variant: 'durable',
      because:
        'Until it says yes. 503 is neither yes nor no, so the fourth request is the one that counts.',
    },
  },
  {
    id: 'limit',
    title: 'What still hurts',
    text: [
      'A saga has **no isolation**: between its steps everybody sees what it has done so far. A cancellation that comes in between is overwritten, unless `PENDING` is a lock that others respect. An old number of seats that is written back erases a sale: a **lost update**. A customer is told “sold out” because of a seat that is given back a moment later: a **dirty read**. And a saga may find another number at its second look than at its first: a **fuzzy read**.',
      'What you need of isolation, you build. **Commutative update** adds one to whatever is there; it cures the lost update only, and costs nothing. **Reread value** compares a version before it writes; it cures the lost update and notices the fuzzy read, and pays with another attempt. **Pessimistic view** takes the seat last; it cures the dirty read, for nobody sees a seat that may come back, and pays with charges and rooms that are taken back instead. **Semantic lock** cures all three, and everybody else waits for a whole saga.',
      'When the card no longer exists, the refund is refused for ever. The trip is `FAILED`, a **task** for a person is open, and everything else is taken back. And a saga stays open for as long as a participant is down: waiting is a legal state.',
      '**Two-phase commit** has isolation, and pays with locks. Whoever has voted yes is **in doubt** and holds them until the coordinator speaks; asking the others does not help when all have voted yes. It loses nothing when the coordinator dies; it waits. **Try, confirm, cancel** reserves in a column of its own and locks nothing, but every service has to offer it: a bank does, it **holds** an amount first and captures or releases it later.',
    ],
    scenes: [
      { label: 'Cancel meets create', preset: 'SAGA-9', fromMs: 0, until: 'end' },
      {
        label: 'With a semantic lock',
        preset: 'SAGA-9',
        variant: 'semantic-lock',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Told “sold out” for nothing', preset: 'dirty-read', fromMs: 0, until: 'end' },
      {
        label: 'The same, and the flight is held',
        preset: 'dirty-read',
        variant: 'isolated',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Read the number again', preset: 'SAGA-11-reread', fromMs: 0, until: 'end' },
      { label: 'The seat comes last', preset: 'SAGA-11-last', fromMs: 0, until: 'end' },
      {
        label: 'The refund that never works',
        preset: 'SAGA-6-forever',
        variant: 'durable',
        fromMs: 0,
        until: 'end',
      },
      { label: 'Prepared, and nobody to ask', preset: '2PC-blocked', fromMs: 0, until: 'end' },
    ],
    prediction: {
      question:
        'Of 50 seats, trip 1 takes one and trip 2 takes one. Trip 1 is called off and adds one seat. How many are free?',
      options: ['48', '49', '50'],
      answer: 'seatsFree',
      preset: 'SAGA-11',
      variant: 'durable',
      because:
        'One more than there are by then: 48 + 1. Writing back the 50 that it had seen would sell a seat that trip 2 sits in.',
    },
  },
]
