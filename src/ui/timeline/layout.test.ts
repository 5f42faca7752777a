import { describe, expect, it } from 'vitest'
import { sampleLesson, sampleRun, sampleSystem } from '../../testing/sampleRun'
import { boxAt, layoutOf } from './layout'
import { timelineOf } from './model'

const model = timelineOf(sampleRun(), sampleSystem, sampleLesson.stage, [])

describe('the lanes of the timeline', () => {
  it('stand under each other without gaps', () => {
    const { boxes, axisY } = layoutOf(model, 260)
    for (const [index, box] of boxes.entries())
      expect(boxes[index + 1]?.top ?? axisY).toBe(box.top + box.height)
  })

  it('show the rows that wait under the disk they wait on', () => {
    const ids = layoutOf(model, 260).boxes.map((box) => box.id)
    expect(ids).toEqual([
      'faults',
      'client',
      'order',
      'order/outbox',
      'relay',
      'broker',
      'shipping',
      'checks',
    ])
  })

  it('use the room there is and no more', () => {
    expect(layoutOf(model, 260).height).toBeLessThanOrEqual(260)
    expect(layoutOf(model, 2000).height).toBeLessThan(400)
  })

  it('get taller than the room before they get unreadable', () => {
    const { boxes } = layoutOf(model, 60)
    expect(boxes.filter((box) => box.kind === 'service').every((box) => box.height >= 18)).toBe(
      true,
    )
  })

  it('fit a phone without what a phone folds away', () => {
    const folded = timelineOf(sampleRun(), sampleSystem, sampleLesson.stage, [], { compact: true })
    const { boxes, height } = layoutOf(folded, 108, { compact: true })
    expect(height).toBeLessThanOrEqual(108)
    expect(boxes.map((box) => box.id)).toEqual([
      'faults',
      'order',
      'relay',
      'broker',
      'shipping',
      'checks',
    ])
    expect(folded.flights).toHaveLength(model.flights.length)
  })

  it('give windows a place under their process and gauges one above the services', () => {
    const gauges = [{ id: 'lag', title: 'lag', unit: 'rows', value: () => 0 }]
    const windows = [
      {
        id: 'window save',
        title: 'save',
        service: 'order',
        track: {
          windows: [{ service: 'order', handler: 0, fromUs: 0, toUs: 1, index: 0, track: 0 }],
          overlaps: [],
        },
      },
    ]
    const { boxes, height } = layoutOf({ ...model, gauges, windows }, 260)
    const ids = boxes.map((box) => box.id)
    expect(ids.indexOf('window save')).toBe(ids.indexOf('order/outbox') + 1)
    expect(ids[1]).toBe('gauge lag')
    expect(boxes[1]?.kind).toBe('gauge')
    expect(height).toBeLessThan(320)
  })

  it('are found by height', () => {
    const layout = layoutOf(model, 260)
    const relay = layout.boxes.find((box) => box.id === 'relay')
    expect(boxAt(layout, (relay?.top ?? 0) + 3)?.id).toBe('relay')
    expect(boxAt(layout, -5)).toBeNull()
  })
})
