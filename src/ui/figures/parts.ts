import type { Lesson } from '../../lessons/definition'

/** Whether any table of the lesson says for whom its rows wait. */
export const tellsWhoWaits = ({ stage }: Pick<Lesson, 'stage'>): boolean =>
  Object.values(stage.tables).some((tables) => tables.some(({ state }) => state?.waitsFor))

/** Whether the lesson has anything to show as figures. */
export const hasFigures = (lesson: Lesson): boolean =>
  (lesson.folds ?? []).length > 0 || lesson.price !== undefined || tellsWhoWaits(lesson)
