/** One line of the index. `id` is the lesson's id, whether it exists by now or not. */
export interface Entry {
  readonly id: string
  readonly title: string
  readonly line: string
}

export interface NumberedEntry extends Entry {
  readonly number: number
}

export const patterns: readonly NumberedEntry[] = [
  {
    number: 12,
    id: 'cqrs',
    title: 'CQRS',
    line: 'Don’t use the same model for complex validation and high-speed searching.',
  },
  {
    number: 13,
    id: 'event-sourcing',
    title: 'Event Sourcing',
    line: 'Store every deposit and withdrawal that got us there.',
  },
  {
    number: 14,
    id: 'saga',
    title: 'Saga',
    line: 'If the Hotel fails, trigger a Compensating Transaction to refund the Flight.',
  },
  {
    number: 15,
    id: 'idempotency',
    title: 'Idempotency',
    line: 'If the user clicks ‘Pay’ twice, we must only charge them once.',
  },
  {
    number: 16,
    id: 'transactional-outbox',
    title: 'Transactional Outbox',
    line: 'Never fire-and-forget to Kafka.',
  },
]

export const questions: readonly Entry[] = [
  {
    id: 'split-brain',
    title: 'Split-Brain',
    line: 'The cable between US and EU is cut. Who may still write?',
  },
  {
    id: 'replay',
    title: 'Replay',
    line: 'A bug went live last Tuesday. Can you get the right numbers back?',
  },
  {
    id: 'partial-failure',
    title: 'Partial Failure',
    line: 'The order succeeds, the email fails. What did the customer get?',
  },
  {
    id: 'double-click',
    title: 'Double-Click',
    line: 'The same request, 10 times in 10 ms. How many charges?',
  },
]

export const pitfalls: readonly Entry[] = [
  {
    id: 'premature-cqrs',
    title: 'Premature CQRS',
    line: 'Two models and a sync for a form with five fields.',
  },
  {
    id: 'magic-event-bus',
    title: 'The “Magic” Event Bus',
    line: 'Publish, forget, and hope that somebody heard it.',
  },
  {
    id: 'ignoring-order',
    title: 'Ignoring Order',
    line: '“User Updated” arrives before “User Created”.',
  },
]

export const capstone: Entry & { readonly bricks: readonly string[]; readonly out: string } = {
  id: 'whole-order',
  title: 'The whole order',
  line: 'One order through all of it. Take one brick out.',
  bricks: ['key', 'outbox', 'saga', 'inbox', 'view', 'mail'],
  out: 'inbox',
}
