import { expect, it } from 'vitest'
import { fitting } from './paintLabels'

const upTo = (length: number) => (text: string) => text.length <= length

it('keeps a name that fits, breaks one that does not, and leaves out what never will', () => {
  expect(fitting('OrderPlaced 2', upTo(20))).toEqual(['OrderPlaced 2'])
  expect(fitting('OrderPlaced 2', upTo(8))).toEqual(['Order', 'Placed 2'])
  expect(fitting('OrderPlaced 2', upTo(3))).toEqual([])
})
