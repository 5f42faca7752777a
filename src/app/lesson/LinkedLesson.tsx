import { use, useState } from 'react'
import { loadLesson } from '../../lessons'
import type { Lesson } from '../../lessons/definition'
import { decodeLink } from '../../share/link'
import { ButtonLink } from '../../ui/primitives/Button'
import { PlainPage } from '../PlainPage'
import { homeHref, lessonHref } from '../route'
import { Trouble } from '../Trouble'
import { LessonPage } from './LessonPage'

interface LinkedLessonProps {
  readonly id: string
  /** The link that was followed. */
  readonly link: string
}

/** What a link opens: the run that it holds, or a sentence why not. */
export function LinkedLesson({ id, link }: LinkedLessonProps) {
  const lesson = use(loadLesson(id))
  const [opened] = useState(() => decodeLink(link, [lesson]))
  if (!opened.ok) return <BadLink lesson={lesson} error={opened.error} />
  return <LessonPage lesson={lesson} scenario={opened.value} />
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
