import { describe, expect, it } from 'vitest'
import { sampleLesson, sampleRun, sampleSystem } from '../../testing/sampleRun'
import { timelineOf } from './model'

const faults = sampleLesson.presets[0]?.faults ?? []
const run = sampleRun()
const model = timelineOf(run, sampleSystem, sampleLesson.stage, faults)
const laneOf = (id: string) => model.lanes.findIndex((lane) => lane.id === id)

describe('the timeline of the dying relay', () => {
  it('puts the broker above the service that reads from it', () => {
    expect(model.lanes.map((lane) => lane.id)).toEqual([
      'client',
      'order',
      'relay',
      'broker',
      'shipping',
    ])
  })

  it('shows the relay as down for a hundred milliseconds', () => {
    const [stop, ...more] = model.stops
    expect(more).toEqual([])
    expect(stop).toMatchObject({ lane: laneOf('relay'), kind: 'crashed' })
    expect((stop?.toUs ?? 0) - (stop?.fromUs ?? 0)).toBe(100_000)
  })

  it("ends the relay's handler where the relay died", () => {
    const [stop] = model.stops
    const bars = model.bars.filter((bar) => bar.lane === laneOf('relay'))
    expect(bars.some((bar) => bar.toUs === stop?.fromUs)).toBe(true)
    expect(
      bars.every((bar) => bar.toUs <= (stop?.fromUs ?? 0) || bar.fromUs >= (stop?.toUs ?? 0)),
    ).toBe(true)
  })

  it('slants every message by its flight', () => {
    const sent = run.trace.events.filter((event) => event.kind === 'messageSent')
    expect(model.flights).toHaveLength(sent.length)
    for (const flight of model.flights) expect(flight.endUs - flight.sentUs).toBe(5000)
  })

  it('lets each outbox row wait from its insert to its mark', () => {
    expect(model.waits.map((wait) => wait.name)).toEqual(['e1', 'e2', 'e3'])
    const [first, second] = model.waits
    expect(first?.toUs).toBeLessThan(model.stops[0]?.fromUs ?? 0)
    expect(second?.toUs).toBeGreaterThan(model.stops[0]?.toUs ?? 0)
  })

  it('never draws two waiting rows over each other', () => {
    for (const a of model.waits)
      for (const b of model.waits)
        if (a !== b && a.track === b.track)
          expect((a.toUs ?? Infinity) <= b.fromUs || (b.toUs ?? Infinity) <= a.fromUs).toBe(true)
  })

  it('leaves out figures about what the system does not have', () => {
    const gauge = { title: 'Lag', unit: 'rows', value: () => 0 }
    const gauges = [
      { ...gauge, id: 'free' },
      { ...gauge, id: 'topic', of: 'broker' },
      { ...gauge, id: 'replica', of: 'replica-2' },
    ]
    const { stage } = sampleLesson
    const ids = timelineOf(run, sampleSystem, stage, faults, { gauges }).gauges.map(({ id }) => id)
    expect(ids).toEqual(['free', 'topic'])
  })

  it('marks the fault and the broken check at their moments', () => {
    expect(model.faults).toEqual([{ fault: 0, timeUs: model.stops[0]?.fromUs }])
    expect(model.verdicts.map((verdict) => verdict.check)).toEqual(['S-ONCE'])
  })
})
