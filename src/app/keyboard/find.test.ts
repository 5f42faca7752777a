import { describe, expect, test } from 'vitest'
import type { Command } from './command'
import { findCommands } from './find'

const command = (id: string, title: string, words = ''): Command => ({
  id,
  title,
  group: 'Time',
  words,
  run: () => undefined,
})
const commands = [
  command('next', 'Step forward', 'next'),
  command('play', 'Play or pause'),
  command('commit', 'Jump to the next commit'),
]
const found = (query: string) => findCommands(commands, query).map(({ id }) => id)

describe('findCommands', () => {
  test('lists all for nothing', () => {
    expect(found('  ')).toEqual(['next', 'play', 'commit'])
  })

  test('prefers the title to the words behind it', () => {
    expect(found('next')).toEqual(['commit', 'next'])
    expect(found('p')).toEqual(['play', 'next', 'commit'])
  })

  test('wants every word', () => {
    expect(found('next commit')).toEqual(['commit'])
    expect(found('next nothing')).toEqual([])
  })
})
