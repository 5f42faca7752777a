import type { Fault, Scenario } from '../../document/scenario'

const services = ['trip', 'flight', 'hotel', 'car', 'payment', 'ledger', 'loyalty', 'notifier']

/** As much of a lesson as a link to {@link tripUnderFire} has to be checked against. */
export const tripLesson = {
  id: 'saga',
  variants: [
    {
      id: 'orchestrated',
      system: () => ({ services: [...services, 'broker'].map((id) => ({ id, title: id })) }),
    },
  ],
  params: [],
}

/** Twenty faults, no two alike, over eight services with labels that the dictionary does not have. */
export const tripUnderFire: Scenario = makeTripUnderFire()

function makeTripUnderFire(): Scenario {
  const labels = [
    'seat hold',
    'room hold',
    'pickup',
    'ledger entry',
    'points',
    'voucher',
    'itinerary',
    'notice',
  ]
  const crashes = services.map((service, index): Fault => ({
    at: { point: `${service}/after_commit(${labels[index] ?? ''})`, nth: (index % 3) + 2 },
    do: 'crash',
    restartAfterMs: 35 * (index + 3),
  }))
  const losses = services.map((service, index): Fault => ({
    at: {
      message: `${index % 2 === 0 ? 'BookingRequested' : 'BookingCancelled'} trip>${service}`,
      nth: index + 1,
    },
    do: 'delay',
    byMs: 7.5 * (index + 1),
  }))
  return {
    v: 1,
    lesson: 'saga',
    variant: 'orchestrated',
    seed: 4_026_531_841,
    faults: [
      ...crashes,
      ...losses,
      {
        at: { timeMs: 412.75 },
        do: 'partition',
        a: ['flight', 'hotel'],
        b: ['broker'],
        forMs: 180,
      },
      {
        at: { timeMs: 903.4 },
        do: 'link-loss',
        from: 'broker',
        to: 'ledger',
        perMille: 250,
        forMs: 400,
      },
      { at: { point: 'payment/before_commit(charge card)' }, do: 'serialization-failure' },
      { at: { timeMs: 77 }, do: 'clock-skew', service: 'loyalty', byMs: -1500 },
    ],
    cursorMs: 734.211,
    digest: 'c1d2e3f405162738',
    title: 'A trip under fire',
  }
}
