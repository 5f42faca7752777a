import { lazily } from '../lazily'

/** What stands beside the canvas is loaded after it, so that the canvas comes first. */
export const ChecksStrip = lazily(() => import('../../ui/checks/ChecksStrip'), 'ChecksStrip')
export const CodePanel = lazily(() => import('../../ui/code/CodePanel'), 'CodePanel')
export const FaultList = lazily(() => import('../../ui/faults/FaultList'), 'FaultList')
export const LessonPanel = lazily(() => import('../../ui/lesson/LessonPanel'), 'LessonPanel')
export const LogPanel = lazily(() => import('../../ui/log/LogPanel'), 'LogPanel')
export const RowsPanel = lazily(() => import('../../ui/rows/RowsPanel'), 'RowsPanel')
export const Timeline = lazily(() => import('../../ui/timeline/Timeline'), 'Timeline')
export const Transport = lazily(() => import('../../ui/transport/Transport'), 'Transport')
