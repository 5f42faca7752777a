import { describe, expect, test } from 'vitest'
import { lessonHref, parseRoute } from './route'

describe('parseRoute', () => {
  test.each(['', '#', '#/', '/'])('takes %j for the home page', (hash) => {
    expect(parseRoute(hash)).toEqual({ page: 'home' })
  })

  test('takes a bare name for the lesson with its defaults', () => {
    expect(parseRoute('#/saga')).toEqual({ page: 'lesson', lesson: 'saga', isLink: false })
  })

  test.each(['?s=1aB-_', '?s=', '?', '?x=1', '?x=1?s=1'])(
    'takes %j after it for a link',
    (more) => {
      expect(parseRoute(`#/saga${more}`)).toEqual({ page: 'lesson', lesson: 'saga', isLink: true })
    },
  )

  test('keeps a damaged name as it is, for the sentence that says so', () => {
    expect(parseRoute('#/%E0%A4%A')).toMatchObject({ lesson: '%E0%A4%A' })
  })

  test('reads back every name it writes', () => {
    expect(parseRoute(lessonHref('a/b?c#d'))).toMatchObject({ lesson: 'a/b?c#d', isLink: false })
  })
})
