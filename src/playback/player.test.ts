import { describe, expect, test } from 'vitest'
import { sampleRun, sampleSystem } from '../testing/sampleRun'
import { createFilm } from './film'
import { fastest, Player, slowest, stillMs } from './player'
import type { Playing } from './player'

const run = sampleRun()
const film = createFilm(run, sampleSystem)

function setUp(reducedMotion = false) {
  const shown: Playing[] = []
  const show = (now: Playing) => shown.push(now)
  const player = new Player({ film, show, reducedMotion: () => reducedMotion })
  return { player, shown }
}

describe('time', () => {
  test('a real second at speed 1 is 20 virtual ms', () => {
    const { player } = setUp()
    player.play()
    for (let i = 0; i < 60; i++) player.tick(1000 / 60)
    expect(player.state.head.timeUs).toBeGreaterThan(19_990)
    expect(player.state.head.timeUs).toBeLessThanOrEqual(20_000)
  })

  test('no fraction of a microsecond gets lost at the slowest speed', () => {
    const { player } = setUp()
    player.setSpeed(slowest)
    player.play()
    for (let i = 0; i < 1000; i++) player.tick(0.25)
    expect(player.state.head.timeUs).toBe(500)
  })

  test('speed stays within its bounds, and nonsense is ignored', () => {
    const { player } = setUp()
    for (const [asked, got] of [
      [1000, fastest],
      [0, slowest],
      [Number.NaN, slowest],
      [2, 2],
    ] as const) {
      player.setSpeed(asked)
      expect(player.state.speed).toBe(got)
    }
  })

  test('a pause holds the head, and a tick without playing asks for no other', () => {
    const { player, shown } = setUp()
    player.play()
    expect(player.tick(100)).toBe(true)
    player.pause()
    const { head } = player.state
    const { length } = shown
    expect(player.tick(100)).toBe(false)
    expect(player.state.head).toEqual(head)
    expect(shown).toHaveLength(length)
  })

  test('it stops at the end, and plays from the beginning again', () => {
    const { player } = setUp()
    player.setSpeed(fastest)
    player.play()
    while (player.tick(100));
    expect(player.state).toMatchObject({
      playing: false,
      head: { timeUs: run.endUs, index: film.lastIndex },
    })
    player.play()
    expect(player.state).toMatchObject({ playing: true, head: { timeUs: 0, index: -1 } })
  })

  test('it stops by itself where it was told to', () => {
    const { player } = setUp()
    player.play(74_000)
    while (player.tick(77));
    expect(player.state.head).toEqual(film.headAtTime(74_000))
    player.play(10_000)
    expect(player.tick(16)).toBe(false)
    expect(player.state.head).toEqual(film.headAtTime(74_000))
  })

  test('a seek while playing goes on from there', () => {
    const { player } = setUp()
    player.play()
    player.seek(film.headAtTime(60_000))
    player.tick(50)
    expect(player.state).toMatchObject({ playing: true, head: { timeUs: 61_000 } })
  })

  test('a long stretch in which nothing happens passes quickly, and ends where something does', () => {
    const { player } = setUp()
    const still = film.stillAt(100_000)
    if (still === null) throw new Error('The sample has a dead relay and nothing else for long.')
    player.seek(film.headAtTime(still.fromUs))
    player.play()
    player.tick(stillMs / 2)
    expect(player.state.head.timeUs).toBe((still.fromUs + still.toUs) / 2)
    player.tick(stillMs)
    expect(player.state.head.timeUs).toBe(still.toUs)
    player.tick(10)
    expect(player.state.head.timeUs).toBe(still.toUs + 200)
  })
})

describe('the gate', () => {
  const firstCommit = film.jumpFrom(film.headAtIndex(-1), 'commit', 1)?.index ?? -1

  test('holds the head before a commit until it opens; the clock may reach it', () => {
    const { player } = setUp()
    let reached = firstCommit - 1
    player.setGate((index) => Math.min(index, reached))
    player.setSpeed(50)
    player.play()
    for (let i = 0; i < 5; i++) expect(player.tick(100)).toBe(true)
    expect(player.state.head).toEqual({ index: firstCommit - 1, timeUs: 11_000 })
    reached = Infinity
    player.tick(1)
    expect(player.state.head.index).toBeGreaterThanOrEqual(firstCommit)
  })

  test('keeps a scene going that stops at a commit until the commit has happened', () => {
    const { player } = setUp()
    let reached = firstCommit - 1
    player.setGate((index) => Math.min(index, reached))
    player.setSpeed(50)
    player.play(film.headAtIndex(firstCommit).timeUs)
    for (let i = 0; i < 5; i++) expect(player.tick(100)).toBe(true)
    reached = Infinity
    expect(player.tick(100)).toBe(false)
    expect(player.state.head.index).toBeGreaterThanOrEqual(firstCommit)
  })

  test('is not asked when the reader goes there', () => {
    const { player } = setUp()
    player.setGate(() => -1)
    player.seek(film.headAtTime(150_000))
    expect(player.state.head.timeUs).toBe(150_000)
  })
})

describe('with reduced motion', () => {
  test('the head goes from sentence to sentence at a readable pace', () => {
    const { player, shown } = setUp(true)
    player.play()
    for (let i = 0; i < 46; i++) player.tick(100)
    expect(shown.slice(1).map((now) => now.head.index)).toEqual(film.narrated.slice(0, 3))
    expect(player.state.head).toEqual(film.headAtIndex(film.narrated[2] ?? -1))
  })

  test('it ends at the end', () => {
    const { player } = setUp(true)
    player.setSpeed(fastest)
    player.play()
    while (player.tick(100));
    expect(player.state.head.index).toBe(film.lastIndex)
  })
})

describe('another run of the story', () => {
  const trace = { ...run.trace, events: run.trace.events.slice(0, 50) }
  const shorter = createFilm({ ...run, endUs: 56_000, trace }, sampleSystem)

  test('keeps the time of the head', () => {
    const { player } = setUp()
    player.seek(film.headAtTime(30_000))
    player.setFilm(shorter)
    expect(player.state.head).toEqual(shorter.headAtTime(30_000))
  })

  test('brings a head past its end back to its end', () => {
    const { player } = setUp()
    player.seek(film.headAtTime(200_000))
    player.setFilm(shorter)
    expect(player.state.head).toEqual({ timeUs: 56_000, index: 49 })
  })

  test('keeps the event among those of time 0', () => {
    const { player } = setUp()
    player.seek(film.headAtIndex(2))
    player.setFilm(shorter)
    expect(player.state.head).toEqual({ timeUs: 0, index: 2 })
  })
})
