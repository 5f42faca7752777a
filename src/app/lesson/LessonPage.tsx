import { useEffect, useState } from 'react'
import type { Scenario } from '../../document/scenario'
import type { Lesson } from '../../lessons/definition'
import { PlaygroundContext } from '../../stores/react'
import { ColumnsLayout } from '../layout/ColumnsLayout'
import { PhoneLayout } from '../layout/PhoneLayout'
import { TabsLayout } from '../layout/TabsLayout'
import { useWidthClass, type WidthClass } from '../layout/useWidthClass'
import { DiskQuestion } from './DiskQuestion'
import { LessonBar, lessonTitleId } from './LessonBar'
import { LessonDialogs } from './LessonDialogs'
import { MachineContext, createMachine } from './machine'
import { Narrator } from './Narrator'
import { useAddressFollows } from './useAddressFollows'
import styles from './LessonPage.module.css'

interface LessonPageProps {
  readonly lesson: Lesson
  /** What to open; mount again to open another. */
  readonly scenario: Scenario
}

/** One lesson with everything around it. */
export function LessonPage({ lesson, scenario }: LessonPageProps) {
  const [machine] = useState(() => createMachine(lesson, scenario))
  const width = useWidthClass()
  useEffect(() => machine.start(), [machine])
  useAddressFollows(machine.playground)
  return (
    <MachineContext value={machine}>
      <PlaygroundContext value={machine}>
        <div className={styles.page} data-width={width}>
          <LessonBar width={width} />
          <main id="main" tabIndex={-1} aria-labelledby={lessonTitleId} className={styles.main}>
            <Layout width={width} />
          </main>
          <Narrator />
        </div>
        <LessonDialogs />
        <DiskQuestion />
      </PlaygroundContext>
    </MachineContext>
  )
}

function Layout({ width }: { readonly width: WidthClass }) {
  switch (width) {
    case 'columns':
    case 'drawer':
      return <ColumnsLayout drawer={width === 'drawer'} />
    case 'tabs':
      return <TabsLayout />
    case 'phone':
      return <PhoneLayout />
  }
}
