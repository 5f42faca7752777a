import { describe, expect, test } from 'vitest'
import { lessonHref, parseRoute } from './route'

describe('parseRoute', () => {
  test.each(['', '#', '#/', '/'])('takes %j for the home page', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'home' })
  })

  test('reads the lesson and what the link carries', () => {
    expect(parseRoute('#/transactional-outbox?s=1aB-_')).toEqual({
      page: 'lesson',
      lesson: 'transactional-outbox',
      payload: '1aB-_',
    })
  })

  test('needs no payload', () => {
    const bare = { page: 'lesson', lesson: 'saga', payload: null }
    expect(parseRoute('#/saga')).toEqual(bare)
    expect(parseRoute('#/saga?s=')).toEqual(bare)
    expect(parseRoute('#/saga?x=1')).toEqual(bare)
  })

  test('keeps a damaged name as it is, for the sentence that says so', () => {
    expect(parseRoute('#/%E0%A4%A')).toMatchObject({ lesson: '%E0%A4%A' })
  })

  test('reads back every name it writes', () => {
    expect(parseRoute(lessonHref('a/b?c#d'))).toMatchObject({ lesson: 'a/b?c#d', payload: null })
  })
})
