/**
 * The engine's door. Everything outside this folder imports from here.
 */
export type { Json, Key, Row } from './json'
export { canonicalJson, compareKeys, compareStrings } from './json'
export type { Micros } from './time'
export { formatMs, ms, toMs } from './time'
export type * from './effects'
export {
  ack,
  begin,
  call,
  cancelTimer,
  draw,
  monotonicClock,
  nack,
  newId,
  note,
  publish,
  read,
  readLog,
  reply,
  send,
  setTimer,
  sleep,
  transaction,
  wallClock,
  work,
} from './effects'
export type * from './system'
export { defaultTiming } from './system'
export type * from './faults'
export type * from './checks'
export type * from './world'
export type * from './trace'
export type * from './run'
export { defaultLimits } from './run'
export { simulate } from './simulation'
export type { HandlerLog, Outcome } from './replay'
export { rebuild } from './replay'
export { digestOf, canonicalLine } from './digest'
export { EngineError } from './assert'
export type { FailureKind } from './failure'
export { SimulatedFailure, isFailure } from './failure'
export { groupBy, rowName } from './checker'
export type { Phase } from './points'
export { phaseAfter, phaseBefore, pointLabel } from './points'
