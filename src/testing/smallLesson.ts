import { call, reply, transaction } from '../engine'
import type { Message, System } from '../engine'
import type { Lesson, ParamValues } from '../lessons/definition'

/**
 * The smallest lesson there can be: a customer orders, a shop saves the order and answers. The forgetful
 * variant saves nothing. For tests that need a real run and no story.
 */
export const smallLesson: Lesson = {
  id: 'small-shop',
  kind: 'test',
  title: 'Small shop',
  soundbite: 'Write it down.',
  summary: 'One customer, one shop.',
  variants: [variant('saving', true), variant('forgetful', false)],
  params: [
    { id: 'orders', title: 'Orders', default: 2, min: 1, max: 5, step: 1, unit: 'orders' },
    { id: 'spacing', title: 'Spacing', default: 20, min: 0, max: 100, step: 5, unit: 'ms' },
  ],
  checks: [{ id: 'Q-SAVED', claim: 'eventually', text: 'Every order is saved.' }],
  presets: [
    {
      id: 'crash',
      title: 'A crash before the commit',
      catalogue: [],
      variant: 'forgetful',
      against: 'saving',
      params: { orders: 1 },
      faults: [
        { at: { point: 'shop/before_commit(save order)' }, do: 'crash', restartAfterMs: 50 },
      ],
      text: 'The shop dies.',
      soundbite: 'Write it down.',
    },
  ],
  outcome: (world) => ({ orders: world.rows('shop', 'orders').length }),
  acts: [],
  stage: { wide: {}, narrow: {}, tables: {}, edges: [] },
  sources: [],
}

function variant(id: string, saves: boolean): Lesson['variants'][number] {
  return {
    id,
    title: id,
    correct: saves,
    summary: saves ? 'Saves the order, then answers.' : 'Answers and saves nothing.',
    files: {},
    system: (params) => shop(saves, params),
  }
}

function shop(saves: boolean, { orders = 0, spacing = 0 }: ParamValues): System {
  const numbers = Array.from({ length: orders }, (_, place) => place + 1)
  return {
    services: [
      {
        id: 'customer',
        title: 'Customer',
        once: numbers.map((order) => ({
          label: `order ${order}`,
          atMs: (order - 1) * spacing,
          *run() {
            yield* call('PlaceOrder', { to: 'shop', key: String(order) })
          },
        })),
      },
      {
        id: 'shop',
        title: 'Shop',
        database: { title: 'orders', tables: { orders: { key: 'id' } } },
        handlers: {
          *PlaceOrder(request: Message) {
            if (saves)
              yield* transaction('save order', (tx) => tx.insert('orders', { id: request.key }))
            yield* reply(201)
          },
        },
      },
    ],
    checks: [
      {
        id: 'Q-SAVED',
        claim: 'eventually',
        text: 'Every order is saved.',
        holds: (world) => {
          const saved = world.rows('shop', 'orders').length
          return saved === orders || { why: `${saved} of ${orders} orders are saved.`, rows: [] }
        },
      },
    ],
  }
}
