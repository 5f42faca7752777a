import { send, sleep } from '../../engine'
import type { Operation, System } from '../../engine'
import type { Lesson, Place } from '../../lessons/definition'

const services = 30
const columns = 6
/** Three links from every service. */
const reach = [1, columns, columns + 1]
/** Virtual time that a message flies: five seconds at the teaching pace. */
const flightMs = 100

const idOf = (place: number) => `service-${place}`

/** From here on as many messages fly as were asked for, for `plateauMs`. */
export const fullAtMs = flightMs + 5
const plateauMs = 120

/** Nothing but traffic: as many messages in flight as are wanted, spread over 30 services and 90 links. */
export const crowdLesson: Lesson = {
  id: 'crowd',
  kind: 'test',
  title: 'Crowd',
  soundbite: '',
  summary: '',
  variants: [
    {
      id: 'crowd',
      title: 'Crowd',
      correct: true,
      summary: '',
      files: {},
      system: ({ messages = 0 }) => crowd(messages),
    },
  ],
  params: [
    { id: 'messages', title: '', default: 1, min: 0, max: 10_000, step: 1, unit: 'messages' },
  ],
  checks: [],
  presets: [],
  outcome: () => ({}),
  acts: [],
  stage: {
    wide: places(),
    narrow: {},
    tables: {},
    edges: ways().map(([from, to]) => ({ from: idOf(from), to: idOf(to) })),
  },
  sources: [],
}

function ways(): readonly (readonly [number, number])[] {
  return Array.from({ length: services }, (_, from) => from).flatMap((from) =>
    reach.map((step) => [from, (from + step) % services] as const),
  )
}

function places(): Readonly<Record<string, Place>> {
  const numbers = Array.from({ length: services }, (_, place) => place)
  return Object.fromEntries(
    numbers.map((place) => {
      const [x, y] = [place % columns, Math.floor(place / columns)]
      return [idOf(place), { x: x * 260, y: y * 190, width: 150 }]
    }),
  )
}

function crowd(messages: number): System {
  const links = ways()
  return {
    services: Array.from({ length: services }, (_, place) => ({
      id: idOf(place),
      title: `Service ${place}`,
      once: [{ label: 'traffic', atMs: 0, run: () => traffic(place, messages) }],
      handlers: { *Parcel() {} },
    })),
    links: links.map(([from, to]) => ({ from: idOf(from), to: idOf(to), latencyMs: flightMs })),
    timing: { handlerMs: 0 },
  }
}

/** This service's share of the crowd, at an even pace. */
function* traffic(place: number, messages: number): Operation<void> {
  const wholeMs = fullAtMs + plateauMs
  if (messages === 0) return yield* sleep('no traffic', wholeMs)
  const everyMs = (flightMs * services) / messages
  const count = Math.ceil(wholeMs / everyMs)
  yield* sleep('does not keep step with the others', (everyMs * place) / services)
  for (let sent = 0; sent < count; sent++) {
    const to = idOf((place + (reach[sent % reach.length] ?? 1)) % services)
    yield* send('Parcel', { to, key: String(sent) })
    yield* sleep('until the next', everyMs)
  }
}
