import { useState } from 'react'
import type { Lesson } from '../../lessons/definition'
import { ButtonLink } from '../../ui/primitives/Button'
import { readLink } from '../dialogs/openScenario'
import { PlainPage } from '../PlainPage'
import { homeHref, lessonHref } from '../route'
import { Trouble } from '../Trouble'
import { LessonPage } from './LessonPage'

interface OpenedLessonProps {
  readonly lesson: Lesson
  /** The link that was followed; null for the lesson with its defaults. */
  readonly link: string | null
}

/** What an address of a lesson opens: the run that the link holds, or a sentence why not. */
export function OpenedLesson({ lesson, link }: OpenedLessonProps) {
  const [opened] = useState(() => readLink(link ?? lessonHref(lesson.id)))
  if (!opened.ok) return <BadLink lesson={lesson} error={opened.error} />
  return <LessonPage scenario={opened.value} />
}

function BadLink({ lesson, error }: { readonly lesson: Lesson; readonly error: string }) {
  return (
    <PlainPage>
      <Trouble
        title="This link cannot be opened"
        text={error}
        actions={
          <>
            <ButtonLink tone="ink" href={lessonHref(lesson.id)}>
              Open {lesson.title} from the start
            </ButtonLink>
            <ButtonLink href={homeHref}>Home</ButtonLink>
          </>
        }
      />
    </PlainPage>
  )
}
