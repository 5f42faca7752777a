import { expect, it } from 'vitest'
import type { System } from '../../engine'
import type { Stage } from '../../lessons/definition'
import { coast, jagged, platesOf, tearsOf } from './regions'
import { placeStands } from './scene'
import { standsOf } from './stands'

const at = (x: number, y = 0) => ({ x, y, width: 300, height: 400 })
const stage: Stage = {
  wide: {
    us: { x: 40, y: 40, width: 200 },
    eu: { x: 450, y: 40, width: 200 },
    witness: { x: 310, y: 500, width: 80 },
  },
  narrow: { us: { x: 40, y: 40, width: 200 }, eu: { x: 40, y: 500, width: 200 } },
  tables: {},
  edges: [],
  regions: [
    { title: 'America', wide: at(0), narrow: at(0) },
    { title: 'Europe', wide: at(400), narrow: at(0, 450) },
  ],
}
const system: System = {
  services: [
    { id: 'us', title: 'US', database: { title: 'us', tables: {} } },
    { id: 'us-relay', title: 'Relay', database: { of: 'us' } },
    { id: 'eu', title: 'EU', database: { title: 'eu', tables: {} } },
    { id: 'witness', title: 'Witness' },
  ],
}
const stands = standsOf(system, stage, { tables: new Set(), streams: new Map() })
const platesIn = (density: 'wide' | 'narrow', shown: Stage = stage) =>
  platesOf(shown, density, placeStands(stands, shown, density))
const plates = platesIn('wide')
const link = (from: string, to: string, cut = true) => ({
  from,
  to,
  cut,
  extraUs: 0,
  lossPerMille: 0,
})

it('knows which processes stand on which plate', () => {
  expect(plates.map(({ processes }) => [...processes])).toEqual([['us', 'us-relay'], ['eu']])
})

it('draws no plate that nothing stands on', () => {
  const [america, europe] = stage.regions ?? []
  if (!america || !europe) throw new Error('two regions')
  const named = { ...stage, regions: [{ ...america, stands: ['asia'] }, europe] }
  expect(platesIn('wide', named).map(({ title }) => title)).toEqual(['Europe'])
})

it('tears the sea between plates whose processes no longer hear each other', () => {
  const [tear] = tearsOf(plates, [link('us-relay', 'eu'), link('eu', 'us-relay')])
  expect(tear).toMatchObject({ text: 'cut', line: [{ x: 350 }, { x: 350 }] })
})

it('says who is not heard where only one direction is cut', () => {
  expect(tearsOf(plates, [link('eu', 'us')])[0]?.text).toBe('Europe is not heard')
})

it('tears nothing for a healthy link, nor for one inside a plate', () => {
  expect(tearsOf(plates, [link('us', 'eu', false), link('us', 'us-relay')])).toEqual([])
  expect(tearsOf(plates, [link('us', 'witness'), link('witness', 'eu')])).toEqual([])
})

it('tears across where one plate lies below the other', () => {
  const [tear] = tearsOf(platesIn('narrow'), [link('us', 'eu'), link('eu', 'us')])
  expect(tear?.line.map(({ y }) => y)).toEqual([425, 425])
})

it('draws the same coast for the same title, and another for another', () => {
  expect(coast(at(0), 'America', 0)).toBe(coast(at(0), 'America', 0))
  expect(coast(at(0), 'America', 0)).not.toBe(coast(at(0), 'Europe', 0))
  expect(coast(at(0), 'America', 0)).toMatch(/^M[-\d. Q]+Z$/)
})

it('tears in jags that leave the straight line', () => {
  const path = jagged([
    { x: 0, y: 0 },
    { x: 0, y: 88 },
  ])
  expect(path.split('L').map((point) => Number(point.split(' ')[1]))).toEqual([0, 22, 44, 66, 88])
})
