import { describe, expect, it } from 'vitest'
import { headTexts } from './headTexts'

describe('the head of a table', () => {
  const orders = { title: 'orders', status: ['12 rows', '12'], hidden: 9 }

  it('says everything where there is room', () => {
    expect(headTexts({ ...orders, width: 160 })).toEqual({ status: '12 rows', hidden: true })
  })

  it('leaves out words before it leaves out a number, and never cuts the title', () => {
    expect(headTexts({ ...orders, width: 100 })).toEqual({ status: '12', hidden: true })
    expect(headTexts({ ...orders, width: 80 })).toEqual({ status: '12', hidden: false })
  })

  it('is nothing but the title where there is no more room', () => {
    expect(headTexts({ ...orders, width: 60 })).toEqual({ status: '', hidden: false })
  })
})
