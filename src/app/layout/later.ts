import { lazily } from '../../ui/primitives/lazily'
import { soon } from '../../ui/primitives/soon'

const checks = soon(() => import('../../ui/checks/ChecksStrip'))
const code = soon(() => import('../../ui/code/CodePanel'))
const faults = soon(() => import('../../ui/faults/FaultList'))
const figures = soon(() => import('../../ui/figures/FiguresPanel'))
const lesson = soon(() => import('../../ui/lesson/LessonPanel'))
const log = soon(() => import('../../ui/log/LogPanel'))
const rows = soon(() => import('../../ui/rows/RowsPanel'))
const timeline = soon(() => import('../../ui/timeline/Timeline'))
const transport = soon(() => import('../../ui/transport/Transport'))

/** What stands beside the canvas is loaded after it, so that the canvas comes first. */
export const ChecksStrip = lazily(checks, 'ChecksStrip')
export const CodePanel = lazily(code, 'CodePanel')
export const FaultList = lazily(faults, 'FaultList')
export const FiguresPanel = lazily(figures, 'FiguresPanel')
export const LessonPanel = lazily(lesson, 'LessonPanel')
export const LogPanel = lazily(log, 'LogPanel')
export const RowsPanel = lazily(rows, 'RowsPanel')
export const Timeline = lazily(timeline, 'Timeline')
export const Transport = lazily(transport, 'Transport')
